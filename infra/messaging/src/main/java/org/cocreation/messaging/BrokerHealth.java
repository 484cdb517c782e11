package org.cocreation.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.health.contributor.Health;

/** Whether the broker answers and has the topics. */
final class BrokerHealth extends BriefHealth {

  private final Broker broker;
  private final TopicCreator topics;

  BrokerHealth(Broker broker, TopicCreator topics) {
    this.broker = broker;
    this.topics = topics;
  }

  @Override
  protected Health ask(Duration patience) throws InterruptedException {
    try {
      int nodes = broker.nodes(patience);
      return topics.created()
          ? Health.up().withDetail("nodes", nodes).build()
          : Health.down().withDetail("reason", "the topics are not there yet").build();
    } catch (ExecutionException | TimeoutException | KafkaException away) {
      return Health.down().withDetail("reason", "the broker does not answer").build();
    }
  }
}
