package org.cocreation.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Wires stores, relay and intakes; a service adds its announcers, intakes and value types. */
@AutoConfiguration(after = {KafkaAutoConfiguration.class, DataMongoAutoConfiguration.class})
@EnableConfigurationProperties(MessagingProperties.class)
public class MessagingAutoConfiguration {

  /** Whose dead letters go without the value (ADR 0005, ADR 0012). */
  static final Set<String> TOPICS_WITH_PERSONAL_DATA =
      Set.of("registration.contacts", "attendance.feed");

  private static final Duration COUNTING_DEAD_LETTERS = Duration.ofSeconds(30);
  private static final int QUEUED_AGGREGATES = 100_000;
  private static final long QUEUED_BYTES = 32L * 1024 * 1024;

  @Bean
  @ConditionalOnMissingBean
  Clock clock(MessagingProperties properties) {
    return properties.crashAt() == null
        ? Clock.systemUTC()
        : new ClockInAProof(Path.of(properties.crashAt()), service(properties), Clock.systemUTC());
  }

  @Bean
  @ConditionalOnMissingBean
  Milestones milestones(MessagingProperties properties) {
    return properties.crashAt() == null
        ? Milestones.UNWATCHED
        : CrashPoints.in(Path.of(properties.crashAt()), service(properties));
  }

  @Bean
  @ConditionalOnMissingBean
  Traces traces() {
    return new Traces(() -> null);
  }

  @Bean
  RelayQueue relayQueue() {
    return new RelayQueue(QUEUED_AGGREGATES, QUEUED_BYTES);
  }

  @Bean
  AggregateStores aggregateStores(
      PromptDatabase database,
      ObjectProvider<ValueTypes> valueTypes,
      Clock clock,
      Traces traces,
      RelayQueue queue,
      Milestones milestones) {
    return new AggregateStores(
        database,
        new StateMapping(valueTypes.stream().toList()),
        new Outbox(clock, traces),
        queue,
        milestones);
  }

  @Bean
  EventSender eventSender(
      KafkaProperties kafka,
      KafkaConnectionDetails connection,
      MessagingProperties properties,
      ObjectProvider<MeterRegistry> meters) {
    return new EventSender(
        EventSender.producers(
            connected(kafka.buildProducerProperties(), connection.getProducer()),
            service(properties) + "-relay",
            meters(meters)),
        "/" + service(properties));
  }

  @Bean
  RelayFigures relayFigures(ObjectProvider<MeterRegistry> meters, Clock clock) {
    return new RelayFigures(meters(meters), clock);
  }

  @Bean
  RelayLoop relayLoop(
      RelayQueue queue,
      AggregateStores stores,
      EventSender sender,
      RelayFigures figures,
      Milestones milestones,
      MessagingProperties properties) {
    return new RelayLoop(
        queue,
        new Relay(stores, sender, figures, milestones),
        new OutboxSweep(stores, figures),
        properties.sweepInterval());
  }

  @Bean
  Broker broker(KafkaProperties kafka, KafkaConnectionDetails connection) {
    return new Broker(connected(kafka.buildAdminProperties(), connection.getAdmin()));
  }

  @Bean
  TopicCreator topicCreator(
      Broker broker, MessagingProperties properties, ResourceLoader resources) {
    MessagingProperties.Topics topics = properties.topics();
    return new TopicCreator(
        broker,
        TopicCatalogue.read(resources.getResource(topics.declaration()), topics.replicas()));
  }

  @Bean
  static DeferredBindings.Replacing deferredBindings(ApplicationContext context) {
    return new DeferredBindings.Replacing(context);
  }

  @Bean
  DeadLetters deadLetters(EventSender sender, MessagingProperties properties, Clock clock) {
    return new DeadLetterSender(
        sender, service(properties) + ".dead-letters", TOPICS_WITH_PERSONAL_DATA, clock);
  }

  @Bean
  DeadLetterBox deadLetterBox(
      KafkaProperties kafka,
      KafkaConnectionDetails connection,
      MessagingProperties properties,
      AggregateStores stores,
      IntakeParts parts,
      Clock clock) {
    return new DeadLetterBox(
        new DeadLetterTopic(
            connected(kafka.buildConsumerProperties(), connection.getConsumer()),
            service(properties) + ".dead-letters"),
        stores,
        parts,
        clock);
  }

  @Bean
  @ConditionalOnAvailableEndpoint
  DeadLettersEndpoint deadLettersEndpoint(DeadLetterBox box) {
    return new DeadLettersEndpoint(box);
  }

  @Bean
  DeadLetterGauge deadLetterGauge(DeadLetterBox box, ObjectProvider<MeterRegistry> meters) {
    return new DeadLetterGauge(box, meters(meters), COUNTING_DEAD_LETTERS);
  }

  /**
   * The binder would open a consumer for each topic to compute lags that the consumers themselves
   * report.
   */
  @Bean
  MeterFilter noSecondLag() {
    return MeterFilter.denyNameStartsWith("spring.cloud.stream.binder.kafka.offset");
  }

  @Bean
  IntakeParts intakeParts(
      DeadLetters deadLetters, ObjectProvider<MeterRegistry> meters, Milestones milestones) {
    return new IntakeParts(deadLetters, meters(meters), milestones, TOPICS_WITH_PERSONAL_DATA);
  }

  @Bean
  IntakeBuilder.Factory intakes(IntakeParts parts) {
    return new IntakeBuilder.Factory(parts);
  }

  @Bean(MessagingDefaults.WHOLE_RECORDS)
  WholeRecords wholeRecords() {
    return new WholeRecords();
  }

  /**
   * Brings a poll again until it passes; nothing is ever skipped here, bad records never get this
   * far.
   */
  @Bean(MessagingDefaults.AGAIN_UNTIL_IT_PASSES)
  DefaultErrorHandler againUntilItPasses(MessagingProperties properties) {
    ExponentialBackOff pauses = new ExponentialBackOff(properties.retry().first().toMillis(), 2);
    pauses.setMaxInterval(properties.retry().longest().toMillis());
    DefaultErrorHandler handler = new DefaultErrorHandler(pauses);
    handler.setClassifications(Map.of(), true);
    return handler;
  }

  @Bean
  StoreHealth storeHealthIndicator(MongoDatabaseFactory database) {
    return new StoreHealth(database);
  }

  @Bean
  BrokerHealth brokerHealthIndicator(Broker broker, TopicCreator topics) {
    return new BrokerHealth(broker, topics);
  }

  private static String service(MessagingProperties properties) {
    String service = properties.service();
    return service == null ? "application" : service;
  }

  private static MeterRegistry meters(ObjectProvider<MeterRegistry> meters) {
    return meters.getIfAvailable(SimpleMeterRegistry::new);
  }

  private static Map<String, Object> connected(
      Map<String, Object> settings, KafkaConnectionDetails.Configuration connection) {
    Map<String, Object> connected = new HashMap<>(settings);
    connected.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
        String.join(",", connection.getBootstrapServers()));
    return connected;
  }

  /** Takes the trace of the request being served from Micrometer, where there is a tracer. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Tracer.class)
  static class Tracing {

    @Bean
    Traces tracesOfRequests(ObjectProvider<Tracer> tracer) {
      TracerContext context = new TracerContext(tracer);
      return new Traces(context);
    }
  }
}
