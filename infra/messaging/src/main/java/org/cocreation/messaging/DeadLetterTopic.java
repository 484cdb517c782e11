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

  /** A partition and the offsets that it holds: {@code begin} inclusive, {@code end} exclusive. */
  private record Extent(TopicPartition partition, long begin, long end) {}

  private static List<Extent> extents(KafkaConsumer<byte[], byte[]> consumer, String of) {
    List<TopicPartition> partitions = new ArrayList<>();
    consumer
        .partitionsFor(of)
        .forEach(info -> partitions.add(new TopicPartition(of, info.partition())));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    List<Long> begins = partitions.stream().map(consumer::position).toList();
    consumer.seekToEnd(partitions);
    List<Extent> extents = new ArrayList<>();
    for (int i = 0; i < partitions.size(); i++) {
      TopicPartition partition = partitions.get(i);
      extents.add(new Extent(partition, begins.get(i), consumer.position(partition)));
    }
    return extents;
  }

  /** The newest letters, up to {@code most} of each partition, oldest first. */
  List<ConsumerRecord<byte[], byte[]>> newest(int most) {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<Extent> extents = extents(consumer, topic);
      extents.forEach(
          one -> consumer.seek(one.partition(), Math.max(one.begin(), one.end() - most)));
      List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (extents.stream().anyMatch(one -> consumer.position(one.partition()) < one.end())
          && System.nanoTime() < deadline) {
        consumer.poll(POLL).forEach(letters::add);
      }
      return letters;
    }
  }

  /** How many letters the topic holds. */
  long size() {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      return extents(consumer, topic).stream().mapToLong(one -> one.end() - one.begin()).sum();
    }
  }

  /** One letter, if it is there. */
  @Nullable ConsumerRecord<byte[], byte[]> letter(int partition, long offset) {
    return record(topic, partition, offset);
  }

  /** One record of any topic, if it is still there. */
  @Nullable ConsumerRecord<byte[], byte[]> record(String from, int partition, long offset) {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      for (Extent extent : extents(consumer, from)) {
        if (extent.partition().partition() == partition
            && extent.begin() <= offset
            && offset < extent.end()) {
          return record(consumer, extent.partition(), offset);
        }
      }
      return null;
    } catch (OffsetOutOfRangeException gone) {
      return null;
    }
  }

  private static @Nullable ConsumerRecord<byte[], byte[]> record(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition place, long offset) {
    consumer.assign(List.of(place));
    consumer.seek(place, offset);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(place) <= offset && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
        return found.offset() == offset ? found : null;
      }
    }
    return null;
  }
}
