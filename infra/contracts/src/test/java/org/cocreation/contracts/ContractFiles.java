package org.cocreation.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract files as they are packaged. */
final class ContractFiles {

  static final String SUFFIX = ".schema.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path ROOT = root();

  private ContractFiles() {}

  /** The schemas by event type. */
  static Map<String, JsonNode> schemas() {
    return schemasIn("schemas");
  }

  /** The schemas as they were last released, by event type. */
  static Map<String, JsonNode> baseline() {
    return schemasIn("baseline");
  }

  static List<Path> examples(String type) {
    return list(ROOT.resolve("examples").resolve(type), ".json");
  }

  static List<String> typesWithExamples() {
    try (Stream<Path> directories = Files.list(ROOT.resolve("examples"))) {
      return directories.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode asyncApi() {
    return YAMLMapper.builder().build().readTree(ROOT.resolve("asyncapi.yaml").toFile());
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, JsonNode> schemasIn(String directory) {
    return list(ROOT.resolve(directory), SUFFIX).stream()
        .collect(
            Collectors.toMap(
                file -> file.getFileName().toString().replace(SUFFIX, ""),
                file -> JSON.readTree(file.toFile()),
                (one, other) -> one,
                TreeMap::new));
  }

  private static List<Path> list(Path directory, String suffix) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      return Path.of(
          Objects.requireNonNull(ContractFiles.class.getResource("/contracts/asyncapi.yaml"))
              .toURI()
              .resolve("."));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
