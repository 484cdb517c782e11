package org.cocreation.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cocreation.testing.backing.BackingServices;
import org.jspecify.annotations.Nullable;

/** Reads and writes topics of the tests' broker, past the library. */
final class Topics implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", BackingServices.bootstrapServers()),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  static ProducerRecord<byte[], byte[]> event(String type, String key, @Nullable String json) {
    ProducerRecord<byte[], byte[]> event =
        new ProducerRecord<>(
            Seat.TOPIC, bytes(key), json == null ? null : json.getBytes(StandardCharsets.UTF_8));
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_type", type);
    headers.put("ce_source", "/registration");
    headers.put("ce_subject", key);
    headers.put("ce_time", "2020-02-13T16:30:00Z");
    headers.forEach((name, value) -> event.headers().add(name, bytes(value)));
    return event;
  }

  static ProducerRecord<byte[], byte[]> taken(String seat, int number) {
    return event(
        Seat.TAKEN,
        seat,
        "{\"seatId\":\"%s\",\"number\":%d,\"later\":true}".formatted(seat, number));
  }

  void send(List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<?>> sends = new ArrayList<>();
    records.forEach(record -> sends.add(producer.send(record)));
    producer.flush();
    if (!sends.stream().allMatch(Future::isDone)) {
      throw new AssertionError("Not everything was sent");
    }
  }

  /** Everything that is on a topic now. */
  static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            BackingServices.bootstrapServers(),
            "auto.offset.reset",
            "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long left =
          consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      left -= partitions.stream().mapToLong(consumer::position).sum();
      List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
      while (all.size() < left) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
      return all;
    }
  }

  static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  static @Nullable String value(ConsumerRecord<byte[], byte[]> record) {
    return record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8);
  }

  static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
