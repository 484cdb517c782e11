package org.cocreation.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SchemasTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static List<String> types() {
    return List.copyOf(ContractFiles.schemas().keySet());
  }

  @ParameterizedTest
  @MethodSource("types")
  void isAWellFormedSchemaOfItsDialect(String type) {
    Schema metaSchema =
        REGISTRY.getSchema(
            com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(metaSchema.validate(schema(type))).isEmpty();
    assertThat(schema(type).path("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema(type).path("$id").asString()).endsWith("/" + type + ContractFiles.SUFFIX);
    assertThat(type).matches("org\\.cocreation\\.[a-z]+\\.[a-z-]+\\.v[1-9][0-9]*");
  }

  @ParameterizedTest
  @MethodSource("types")
  void describesEveryProperty(String type) {
    assertThat(undescribed("", schema(type))).isEmpty();
  }

  @Test
  void noticesAPropertyWithoutDescription() {
    JsonNode planted =
        ContractFiles.json(
            """
            {"description": "An event.", "properties": {"a": {"type": "array", "description": "A list.",
             "items": {"description": "One.", "properties": {"b": {"type": "string"}}}}}}
            """);
    assertThat(undescribed("", planted)).containsExactly("/a/b");
  }

  @ParameterizedTest
  @MethodSource("types")
  void leavesRoomForAdditions(String type) {
    assertThat(schema(type).toString()).doesNotContain("\"additionalProperties\":false");
  }

  @ParameterizedTest
  @MethodSource("types")
  void hasExamplesThatAreValid(String type) {
    Schema schema = REGISTRY.getSchema(schema(type));
    List<Path> examples = ContractFiles.examples(type);
    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    assertThat(examples)
        .allSatisfy(example -> assertThat(errors(schema, ContractFiles.read(example))).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("types")
  void refusesAnExampleWithoutARequiredProperty(String type) {
    Schema schema = REGISTRY.getSchema(schema(type));
    ObjectNode example =
        (ObjectNode) ContractFiles.json(ContractFiles.read(ContractFiles.examples(type).get(0)));
    for (JsonNode required : schema(type).path("required")) {
      ObjectNode planted = example.deepCopy();
      planted.remove(required.asString());
      assertThat(errors(schema, planted.toString())).as(required.asString()).isNotEmpty();
    }
  }

  @Test
  void checksFormatsToo() {
    Schema schema =
        REGISTRY.getSchema(schema("org.cocreation.registration.registration-erased.v1"));
    String planted =
        """
        {"registrationId": "r", "programmeId": "p", "erasedAt": "2020-13-40T99:00:00Z"}
        """;
    assertThat(errors(schema, planted)).hasSize(1);
    assertThat(errors(schema, planted.replace("13-40T99", "02-13T10").replace("Z", "-06:00")))
        .hasSize(1);
  }

  @Test
  void noExampleIsLeftOverFromAnEventThatIsNotThere() {
    assertThat(ContractFiles.typesWithExamples()).containsExactlyInAnyOrderElementsOf(types());
  }

  private static JsonNode schema(String type) {
    return Objects.requireNonNull(ContractFiles.schemas().get(type));
  }

  private static List<com.networknt.schema.Error> errors(Schema schema, String json) {
    return schema.validate(
        json,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static List<String> undescribed(String at, JsonNode schema) {
    List<String> found = new ArrayList<>();
    if (schema.path("description").asString("").isBlank()) {
      found.add(at);
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            property ->
                found.addAll(undescribed(at + "/" + property.getKey(), property.getValue())));
    if (schema.has("items")) {
      found.addAll(undescribed(at, schema.path("items")));
    }
    return found;
  }
}
