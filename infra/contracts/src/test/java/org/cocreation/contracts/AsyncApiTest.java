package org.cocreation.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AsyncApiTest {

  private static final Set<String> WITHOUT_SCHEMA = Set.of("tombstone", "dead-letter");

  /** What connectors outside the platform send in; the type names the service that reads it. */
  private static final Set<String> INBOUND = Set.of("org.cocreation.attendance.observed.v1");

  private final JsonNode document = ContractFiles.asyncApi();

  @Test
  void refersToEverySchemaAndToNothingElse() {
    assertThat(mismatches(document)).isEmpty();
  }

  @Test
  void noticesAnEventThatIsMissing() {
    ObjectNode planted = (ObjectNode) document.deepCopy();
    ((ObjectNode) planted.path("components").path("messages")).remove("noteDecided");
    assertThat(mismatches(planted))
        .containsExactly("no message for org.cocreation.submission.note-decided.v1");
  }

  @Test
  void noticesAMessageWithoutASchema() {
    ObjectNode planted = (ObjectNode) document.deepCopy();
    JsonNode message = planted.path("components").path("messages").path("noteDecided");
    ((ObjectNode) message.path("payload").path("schema")).put("$ref", "schemas/nowhere.json");
    assertThat(mismatches(planted))
        .containsExactly("noteDecided refers to schemas/nowhere.json, which is not its schema");
  }

  @Test
  void resolvesEveryInnerReference() {
    assertThat(brokenReferences(document, document)).isEmpty();
    ObjectNode planted = (ObjectNode) document.deepCopy();
    ((ObjectNode) planted.path("channels")).remove("registrationContacts");
    assertThat(brokenReferences(planted, planted)).isNotEmpty();
  }

  @Test
  void everyEventIsSentByTheServiceInItsTypeAndByNoOther() {
    for (String type : ContractFiles.schemas().keySet()) {
      Set<String> senders = new TreeSet<>();
      for (JsonNode operation : document.path("operations")) {
        if (operation.path("action").asString().equals("send")
            && messageNames(operation).contains(type)) {
          senders.add(operation.path("x-service").asString());
        }
      }
      assertThat(senders)
          .as(type)
          .containsExactly(INBOUND.contains(type) ? "connector" : type.split("\\.", -1)[2]);
    }
  }

  @Test
  void everyEventHasItsKeyAmongItsRequiredProperties() {
    for (JsonNode message : document.path("components").path("messages")) {
      String type = message.path("name").asString();
      if (!WITHOUT_SCHEMA.contains(type)) {
        JsonNode required =
            java.util.Objects.requireNonNull(ContractFiles.schemas().get(type)).path("required");
        assertThat(required.valueStream().map(JsonNode::asString))
            .as(type)
            .contains(message.path("x-key").asString());
      }
    }
  }

  @Test
  void everyTopicSaysItsPartitionsCleanupAndRetention() {
    for (JsonNode channel : document.path("channels")) {
      JsonNode kafka = channel.path("bindings").path("kafka");
      String topic = channel.path("address").asString();
      assertThat(kafka.path("topic").asString()).isEqualTo(topic);
      assertThat(kafka.path("partitions").asInt())
          .as(topic)
          .isEqualTo(topic.endsWith(".dead-letters") ? 1 : 6);
      assertThat(kafka.path("replicas").asInt()).as(topic).isPositive();
      JsonNode settings = kafka.path("topicConfiguration");
      assertThat(settings.path("cleanup.policy").path(0).asString())
          .as(topic)
          .isEqualTo(topic.equals("registration.contacts") ? "compact" : "delete");
      assertThat(settings.path("retention.ms").asInt())
          .as(topic)
          .isEqualTo(topic.equals("attendance.feed") ? 7 * 24 * 60 * 60 * 1000 : -1);
    }
  }

  private List<String> messageNames(JsonNode operation) {
    return operation
        .path("messages")
        .valueStream()
        .map(reference -> resolve(document, reference.path("$ref").asString()))
        .map(reference -> resolve(document, reference.path("$ref").asString()))
        .map(message -> message.path("name").asString())
        .toList();
  }

  private static List<String> mismatches(JsonNode document) {
    List<String> found = new ArrayList<>();
    Set<String> types = ContractFiles.schemas().keySet();
    Set<String> named = new TreeSet<>();
    document
        .path("components")
        .path("messages")
        .properties()
        .forEach(
            entry -> {
              String name = entry.getValue().path("name").asString();
              if (WITHOUT_SCHEMA.contains(name)) {
                return;
              }
              named.add(name);
              String schema = entry.getValue().at("/payload/schema/$ref").asString("");
              if (!types.contains(name)
                  || !schema.equals("schemas/" + name + ContractFiles.SUFFIX)) {
                found.add(entry.getKey() + " refers to " + schema + ", which is not its schema");
              }
            });
    types.stream()
        .filter(type -> !named.contains(type))
        .forEach(type -> found.add("no message for " + type));
    return found;
  }

  private static Set<String> brokenReferences(JsonNode document, JsonNode root) {
    return document.findValues("$ref").stream()
        .map(JsonNode::asString)
        .filter(reference -> reference.startsWith("#"))
        .filter(reference -> resolve(root, reference).isMissingNode())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode resolve(JsonNode root, String reference) {
    return root.at(reference.substring(1));
  }
}
