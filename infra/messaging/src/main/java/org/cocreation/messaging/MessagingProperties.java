package org.cocreation.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of messaging, {@code cocreation.messaging.*}; every one has a default that serves.
 *
 * @param service the service's short name, which names its dead-letter topic, its consumer group
 *     and its events' source; by default {@code spring.application.name} without {@code -service}
 * @param sweepInterval how often the outboxes are searched for what a crash left behind
 * @param retry how a poll is brought again while the store or the broker is away
 * @param topics how topics are made
 * @param store how long the store may take
 * @param crashAt a directory of the fault proof (infra/proof), in which it names the point where
 *     this process is to die; refused outside of one
 */
@ConfigurationProperties("cocreation.messaging")
public record MessagingProperties(
    @Nullable String service,
    @DefaultValue("5s") Duration sweepInterval,
    @DefaultValue Retry retry,
    @DefaultValue Topics topics,
    @DefaultValue Store store,
    @Nullable String crashAt) {

  /**
   * How a poll is brought again.
   *
   * @param first the first pause
   * @param longest pauses double up to this
   */
  public record Retry(
      @DefaultValue("200ms") Duration first, @DefaultValue("3s") Duration longest) {}

  /**
   * How topics are made.
   *
   * @param replicas copies of each partition: 1 on a single broker, 3 on a cluster
   * @param declaration the AsyncAPI document that declares them
   */
  public record Topics(
      @DefaultValue("1") short replicas,
      @DefaultValue("classpath:contracts/asyncapi.yaml") String declaration) {}

  /**
   * How long the store may take.
   *
   * @param selectionTimeout to find a server; a store that is down is noticed this fast
   * @param connectTimeout to open a connection
   * @param readTimeout to answer one command
   * @param answerWithin for a whole operation while somebody waits for it, instead of the others
   */
  public record Store(
      @DefaultValue("1500ms") Duration selectionTimeout,
      @DefaultValue("1s") Duration connectTimeout,
      @DefaultValue("10s") Duration readTimeout,
      @DefaultValue("1500ms") Duration answerWithin) {}
}
