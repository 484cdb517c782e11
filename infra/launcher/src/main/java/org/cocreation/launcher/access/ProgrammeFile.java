package org.cocreation.launcher.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cocreation.launcher.Failure;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A programme document as a person writes it: JSON, or the same in YAML. YAML's dates become the
 * instants of the wire.
 *
 * @param id the document's programmeId, or else the file's name without its ending
 * @param json the document as it is sent
 */
public record ProgrammeFile(String id, String json) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Reads a file; what ends in .json is JSON, everything else YAML.
   *
   * @throws Failure when it cannot be read or is no document, with the place in the file
   */
  public static ProgrammeFile read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new Failure("The programme " + file + " cannot be read", e);
    }
    boolean isJson = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    try {
      Object document = isJson ? JSON.readValue(text, Object.class) : yaml(text);
      if (document instanceof Map<?, ?> map) {
        Map<String, Object> programme = new LinkedHashMap<>();
        map.forEach((key, value) -> programme.put(String.valueOf(key), plain(value)));
        Object id = programme.remove("programmeId");
        return new ProgrammeFile(
            id == null ? nameOf(file) : String.valueOf(id), JSON.writeValueAsString(programme));
      }
    } catch (JacksonException | YAMLException e) {
      throw new Failure("The programme " + file + " is not well formed", e);
    }
    throw new Failure("The programme " + file + " is not a document with fields");
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[A-Za-z]+$", "");
  }

  private static @Nullable Object yaml(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new Yaml(new SafeConstructor(options)).load(text);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, one) -> copy.put(String.valueOf(key), plain(one)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ProgrammeFile::plain).toList();
    }
    if (value instanceof Date date) {
      return date.toInstant().toString();
    }
    return value instanceof LocalDateTime time ? time.toString() : value;
  }
}
