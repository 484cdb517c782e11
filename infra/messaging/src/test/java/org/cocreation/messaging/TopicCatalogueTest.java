package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class TopicCatalogueTest {

  private static NewTopic topic(String declaration, int replicas, String name) {
    return TopicCatalogue.read(new ClassPathResource(declaration), (short) replicas)
        .topics()
        .stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theContractsDeclareEveryTopicWithItsPartitionsAndCleanup() {
    NewTopic contacts = topic("contracts/asyncapi.yaml", 1, "registration.contacts");

    assertThat(contacts.numPartitions()).isEqualTo(6);
    assertThat(contacts.replicationFactor()).isEqualTo((short) 1);
    assertThat(contacts.configs())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("retention.ms", "-1");
    assertThat(topic("contracts/asyncapi.yaml", 1, "notification.dead-letters").numPartitions())
        .isEqualTo(1);
  }

  @Test
  void aClusterOfThreeNeedsTwoToAcknowledge() {
    assertThat(topic("topics-of-tests.yaml", 3, "registration.events").configs())
        .containsEntry("min.insync.replicas", "2");
    assertThat(topic("topics-of-tests.yaml", 1, "registration.events").configs())
        .doesNotContainKey("min.insync.replicas");
  }
}
