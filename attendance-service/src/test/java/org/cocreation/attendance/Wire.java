package org.cocreation.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other services' side of the broker: tells what registration tells, and listens to what
 * attendance announces.
 */
final class Wire implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Heard> heard = new ArrayList<>();
  private @Nullable Future<RecordMetadata> awaitAcknowledgement;

  /** An event that was announced. */
  record Heard(String type, String key, String json, JsonNode body) {}

  Wire(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "listener-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(List.of("attendance.events"));
  }

  void tell(String fact, String key, @Nullable String body) {
    String topic = fact.equals("contact") ? "registration.contacts" : "registration.events";
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            topic, key, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_type", "org.cocreation.registration." + fact + ".v1");
    headers.put("ce_source", "/registration");
    headers.put("ce_subject", key);
    headers.put("ce_time", "2020-02-10T15:00:00Z");
    headers.put("content-type", "application/json");
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    awaitAcknowledgement = producer.send(record);
  }

  /** Waits until the broker has everything. */
  void flush() {
    producer.flush();
    assertThat(awaitAcknowledgement).isNotNull().isDone();
  }

  /** What has been announced so far about a programme, by facts of one kind. */
  List<Heard> heard(String fact, String programmeId) {
    consumer
        .poll(Duration.ofMillis(100))
        .forEach(
            record ->
                heard.add(
                    new Heard(
                        new String(
                            record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8),
                        record.key(),
                        new String(record.value(), StandardCharsets.UTF_8),
                        JSON.readTree(record.value()))));
    Function<Heard, String> programme = each -> each.body().get("programmeId").asString();
    return heard.stream()
        .filter(each -> each.type().equals("org.cocreation.attendance." + fact + ".v1"))
        .filter(each -> programme.apply(each).equals(programmeId))
        .toList();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    consumer.close();
  }
}
