package org.cocreation.submission;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cocreation.testing.contracts.Contract;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The topics, as the other services see them. */
final class Wire implements AutoCloseable {

  private final KafkaProducer<String, byte @Nullable []> producer;
  private final String brokers;
  private final JsonMapper json = JsonMapper.builder().build();

  Wire(String brokers) {
    this.brokers = brokers;
    Properties settings = new Properties();
    settings.put("bootstrap.servers", brokers);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Sends an event as its service would; it must fit its contract. */
  void send(String topic, String fact, String key, Map<String, ?> body) {
    String service = topic.substring(0, topic.indexOf('.'));
    String type = "org.cocreation." + service + "." + fact + ".v1";
    byte[] value = json.writeValueAsBytes(body);
    Contract.assertValid(type, value);
    ProducerRecord<String, byte @Nullable []> record = new ProducerRecord<>(topic, key, value);
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            type,
            "ce_source",
            "/" + service,
            "ce_subject",
            key,
            "ce_time",
            "2020-02-01T00:00:00Z",
            "content-type",
            "application/json")
        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    deliver(record);
  }

  void erase(String topic, String key) {
    deliver(new ProducerRecord<>(topic, key, null));
  }

  private void deliver(ProducerRecord<String, byte @Nullable []> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException lost) {
      throw new IllegalStateException(lost);
    }
  }

  /** Everything on a topic so far. */
  List<ConsumerRecord<String, byte[]>> all(String topic) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", brokers);
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  static String typeOf(ConsumerRecord<String, byte[]> record) {
    return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
