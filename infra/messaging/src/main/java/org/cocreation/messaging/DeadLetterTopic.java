package org.cocreation.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads single records and whole ends of topics, on demand, outside any consumer group. */
final class DeadLetterTopic {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> settings;
  private final String topic;

  DeadLetterTopic(Map<String, Object> connection, String topic) {
    this.settings = new HashMap<>(connection);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    this.topic = topic;
  }

  /** The newest letters, up to {@code most} of each partition, oldest first. */
  List<ConsumerRecord<byte[], byte[]>> newest(int most) {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (PartitionInfo info : consumer.partitionsFor(topic)) {
        partitions.add(new TopicPartition(topic, info.partition()));
      }
      consumer.assign(partitions);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      partitions.forEach(one -> consumer.seek(one, Math.max(begins.get(one), ends.get(one) - most)));
      List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))
          && System.nanoTime() < deadline) {
        consumer.poll(POLL).forEach(letters::add);
      }
      return letters;
    }
  }

  /** How many letters the topic holds. */
  long size() {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      long size = 0;
      for (Map.Entry<TopicPartition, Long> end : consumer.endOffsets(partitions).entrySet()) {
        size += end.getValue() - begins.get(end.getKey());
      }
      return size;
    }
  }

  /** One letter, if it is there. */
  @Nullable ConsumerRecord<byte[], byte[]> letter(int partition, long offset) {
    return record(topic, partition, offset);
  }

  /** One record of any topic, if it is still there. */
  @Nullable ConsumerRecord<byte[], byte[]> record(String from, int partition, long offset) {
    TopicPartition place = new TopicPartition(from, partition);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      if (consumer.partitionsFor(from).stream().noneMatch(info -> info.partition() == partition)) {
        return null;
      }
      consumer.assign(List.of(place));
      if (offset < consumer.beginningOffsets(List.of(place)).get(place)
          || offset >= consumer.endOffsets(List.of(place)).get(place)) {
        return null;
      }
      consumer.seek(place, offset);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (consumer.position(place) <= offset && System.nanoTime() < deadline) {
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
          return found.offset() == offset ? found : null;
        }
      }
      return null;
    } catch (OffsetOutOfRangeException gone) {
      return null;
    }
  }
}
