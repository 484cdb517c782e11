package org.cocreation.submission.storage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.process.Field;
import org.cocreation.submission.domain.process.Template;
import org.cocreation.submission.domain.process.Template.Kind;
import org.cocreation.submission.domain.process.Templates;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The forms on the class path, {@code templates/<form>-<version>.json}: JSON Schemas with word
 * limits and Spanish titles in them.
 */
@Component
final class ShippedTemplates implements Templates {

  private static final Map<Kind, String> NAMES =
      Map.of(Kind.CONCEPT_NOTE, "concept-note", Kind.COMMITMENT, "commitment");

  private final Map<Kind, NavigableMap<Integer, Template>> templates = new EnumMap<>(Kind.class);

  ShippedTemplates() {
    JsonMapper mapper = JsonMapper.builder().build();
    NAMES.forEach(
        (kind, name) -> {
          NavigableMap<Integer, Template> versions = new TreeMap<>();
          ShippedFiles.read("templates/" + name + "-*.json")
              .forEach(
                  (file, json) -> {
                    int version =
                        Integer.parseInt(
                            file.substring(name.length() + 1, file.length() - ".json".length()));
                    versions.put(version, template(kind, version, mapper.readTree(json), mapper));
                  });
          if (versions.isEmpty()) {
            throw new IllegalStateException("No template of a " + name + " is on the class path.");
          }
          templates.put(kind, versions);
        });
  }

  @Override
  public Optional<Template> find(Kind kind, int version) {
    return Optional.ofNullable(versions(kind).get(version));
  }

  @Override
  public int latest(Kind kind) {
    return versions(kind).lastKey();
  }

  private NavigableMap<Integer, Template> versions(Kind kind) {
    return templates.getOrDefault(kind, new TreeMap<>());
  }

  private static Template template(Kind kind, int version, JsonNode schema, JsonMapper mapper) {
    List<Field> fields = new ArrayList<>();
    collect(schema, "", true, fields);
    return new Template(
        kind,
        version,
        fields,
        new SchemaShape(schema, mapper),
        new Content(mapper.convertValue(schema, new TypeReference<Map<String, Object>>() {})));
  }

  private static void collect(
      JsonNode group, String prefix, boolean groupRequired, List<Field> fields) {
    Set<String> required = new HashSet<>();
    group.path("required").forEach(name -> required.add(name.asString()));
    group
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              String path = prefix + entry.getKey();
              boolean needed = groupRequired && required.contains(entry.getKey());
              JsonNode property = entry.getValue();
              switch (property.path("type").asString()) {
                case "object" -> collect(property, path + ".", needed, fields);
                case "array" -> {
                  JsonNode items = property.path("items");
                  if (items.path("type").asString().equals("object")) {
                    collect(items, path + "[].", needed, fields);
                  } else {
                    fields.add(field(path + "[]", items, needed));
                  }
                }
                default -> fields.add(field(path, property, needed));
              }
            });
  }

  private static Field field(String path, JsonNode property, boolean required) {
    return new Field(
        path,
        Wording.of(property.path("title").asString(), property.path("x-title-es").asString()),
        Wording.of(
            property.path("description").asString(), property.path("x-description-es").asString()),
        property.path("x-wordLimit").asInt(0),
        property.path("maxLength").asInt(0),
        required,
        property.path("x-long").asBoolean(false));
  }
}
