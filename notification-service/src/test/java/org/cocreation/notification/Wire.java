package org.cocreation.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The other services' side of the broker: sends events as they do and reads what this one
 * announces.
 */
final class Wire implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Heard> heard = new ArrayList<>();

  /** An event that this service announced. */
  record Heard(String type, String key, String body) {}

  Wire(String bootstrapServers, String listenTo) {
    Properties settings = new Properties();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    Properties reading = new Properties();
    reading.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    reading.put(ConsumerConfig.GROUP_ID_CONFIG, "test-" + UUID.randomUUID());
    reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(listenTo));
  }

  /** Sends an event and waits until the broker has it. */
  String send(String topic, String type, String key, @Nullable String body) {
    String id = UUID.randomUUID().toString();
    send(id, topic, type, key, body);
    return id;
  }

  /** Sends an event with an id of its own. */
  void send(String id, String topic, String type, String key, @Nullable String body) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            topic, key, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", id,
            "ce_type", "org.cocreation." + type + ".v1",
            "ce_source", "/test",
            "ce_subject", key,
            "ce_time", "2020-02-28T15:00:00Z",
            "content-type", "application/json")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(record).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** What was announced so far about that key, in order. */
  Stream<Heard> heardAbout(String key) {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
      Header type = record.headers().lastHeader("ce_type");
      heard.add(
          new Heard(
              new String(type.value(), StandardCharsets.UTF_8),
              record.key(),
              new String(record.value(), StandardCharsets.UTF_8)));
    }
    return heard.stream().filter(one -> one.key().equals(key));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    consumer.close();
  }
}
