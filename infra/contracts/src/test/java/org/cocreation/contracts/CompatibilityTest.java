package org.cocreation.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cocreation.contracts.ContractFiles.json;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CompatibilityTest {

  private static final String RELEASED =
      """
      {"type": "object", "required": ["id", "mode"], "additionalProperties": true, "properties": {
        "id": {"type": "string", "maxLength": 100, "description": "The id."},
        "mode": {"type": "string", "enum": ["online", "venue"]},
        "state": {"type": "string", "enum": ["new"], "x-open": true},
        "at": {"type": "string", "format": "date-time", "pattern": "Z$"},
        "seats": {"type": "integer", "minimum": 0},
        "places": {"type": "array", "maxItems": 5, "items": {
          "type": "object", "required": ["sessionId"], "properties": {"sessionId": {"type": "string"}}}}}}
      """;

  @Test
  void everySchemaIsCompatibleWithItsBaseline() {
    Map<String, JsonNode> current = ContractFiles.schemas();
    ContractFiles.baseline()
        .forEach(
            (type, released) ->
                assertThat(Compatibility.breaks(released, current.get(type))).as(type).isEmpty());
  }

  @Test
  void everySchemaIsInTheBaselineAndNamedInTheChangelog() {
    assertThat(ContractFiles.baseline().keySet()).isEqualTo(ContractFiles.schemas().keySet());
    String changelog = ContractFiles.read(Path.of("CHANGELOG.md"));
    assertThat(ContractFiles.schemas().keySet())
        .allSatisfy(
            type -> {
              String[] parts = type.split("\\.", -1);
              assertThat(changelog).contains("`" + parts[3] + "." + parts[4] + "`");
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breakingChanges")
  void refusesAChangeThatBreaks(String change, String from, String to, String said) {
    String current = RELEASED.replace(from, to);
    assertThat(current).as("the change is really there").isNotEqualTo(RELEASED);
    assertThat(Compatibility.breaks(json(RELEASED), json(current)))
        .as(change)
        .singleElement()
        .asString()
        .contains(said);
  }

  static Stream<Arguments> breakingChanges() {
    return Stream.of(
        Arguments.of(
            "a required property added",
            "[\"id\", \"mode\"]",
            "[\"id\", \"mode\", \"at\"]",
            "became required"),
        Arguments.of(
            "a required property made optional",
            "[\"id\", \"mode\"]",
            "[\"id\"]",
            "became optional"),
        Arguments.of(
            "a property removed",
            "\"seats\": {\"type\": \"integer\", \"minimum\": 0},",
            "",
            "was removed"),
        Arguments.of("a property renamed", "\"seats\"", "\"capacity\"", "was removed"),
        Arguments.of(
            "a property retyped",
            "\"integer\", \"minimum\"",
            "\"string\", \"minimum\"",
            "\"type\""),
        Arguments.of(
            "a type widened", "\"integer\", \"minimum\"", "\"number\", \"minimum\"", "\"type\""),
        Arguments.of(
            "an enum narrowed", "[\"online\", \"venue\"]", "[\"online\"]", "value \"venue\""),
        Arguments.of(
            "an enum widened",
            "[\"online\", \"venue\"]",
            "[\"online\", \"venue\", \"both\"]",
            "value \"both\""),
        Arguments.of("an open enum narrowed", "[\"new\"]", "[]", "value \"new\""),
        Arguments.of(
            "an enum dropped", ", \"enum\": [\"online\", \"venue\"]", "", "the list of values"),
        Arguments.of("a shorter text", "\"maxLength\": 100", "\"maxLength\": 10", "maxLength"),
        Arguments.of("a shorter list", "\"maxItems\": 5", "\"maxItems\": 4", "maxItems"),
        Arguments.of("a lower bound moved", "\"minimum\": 0", "\"minimum\": 1", "\"minimum\""),
        Arguments.of("a format changed", "\"date-time\"", "\"date\"", "\"format\""),
        Arguments.of("a pattern dropped", ", \"pattern\": \"Z$\"", "", "\"pattern\""),
        Arguments.of(
            "closed to additions",
            "\"additionalProperties\": true",
            "\"additionalProperties\": false",
            "\"additionalProperties\""),
        Arguments.of(
            "something required deep inside",
            "[\"sessionId\"]",
            "[\"sessionId\", \"mode\"]",
            "places[]: \"mode\" became required"));
  }

  @Test
  void refusesThatAnEventDisappears() {
    assertThat(Compatibility.breaks(json(RELEASED), null)).containsExactly("the event was removed");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("additiveChanges")
  void letsAnAdditiveChangePass(String change, String from, String to) {
    String current = RELEASED.replace(from, to);
    assertThat(current).as("the change is really there").isNotEqualTo(RELEASED);
    assertThat(Compatibility.breaks(json(RELEASED), json(current))).as(change).isEmpty();
  }

  static Stream<Arguments> additiveChanges() {
    return Stream.of(
        Arguments.of(
            "an optional property added",
            "\"seats\":",
            "\"room\": {\"type\": \"string\"}, \"seats\":"),
        Arguments.of(
            "an optional property added deep inside",
            "\"sessionId\": {\"type\": \"string\"}",
            "\"sessionId\": {\"type\": \"string\"}, \"mode\": {\"type\": \"string\"}"),
        Arguments.of("an open enum widened", "[\"new\"]", "[\"new\", \"old\"]"),
        Arguments.of("a longer text", "\"maxLength\": 100", "\"maxLength\": 200"),
        Arguments.of("a longer list", "\"maxItems\": 5", "\"maxItems\": 50"),
        Arguments.of("a better description", "The id.", "The id of the registration."));
  }

  @Test
  void letsANewEventPass() {
    assertThat(Compatibility.breaks(null, json(RELEASED))).isEmpty();
  }
}
