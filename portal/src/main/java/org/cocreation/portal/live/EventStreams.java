package org.cocreation.portal.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the event topics from their beginning, as every start does anew, and keeps {@link Progress}
 * up to date.
 *
 * <p>It belongs to no consumer group and commits nothing: each portal reads all partitions for
 * itself. It is ready once it has read up to where the topics ended when it began. A broker that is
 * away is asked again; what was counted stays. A record that can't be read is passed over: the
 * services keep it in their dead letters, and a count needs it not.
 */
@Component
class EventStreams implements SmartLifecycle, HealthIndicator {

  static final List<String> TOPICS =
      List.of(
          "registration.events", "attendance.events", "certificate.events", "submission.events");

  private static final Logger log = LoggerFactory.getLogger(EventStreams.class);
  private static final int REMEMBERED_EVENTS = 100_000;

  private final KafkaProperties kafka;
  private final JsonMapper json;
  private final Progress progress;
  private final Viewers viewers;
  private final Map<String, Boolean> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED_EVENTS;
        }
      };
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean caughtUp;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
  private @Nullable Thread reader;

  EventStreams(KafkaProperties kafka, JsonMapper json, Progress progress, Viewers viewers) {
    this.kafka = kafka;
    this.json = json;
    this.progress = progress;
    this.viewers = viewers;
  }

  @Override
  public void start() {
    if (running.compareAndSet(false, true)) {
      reader = new Thread(this::readForEver, "event-streams");
      reader.setDaemon(true);
      reader.start();
    }
  }

  @Override
  public void stop() {
    if (running.compareAndSet(true, false)) {
      KafkaConsumer<String, byte[]> current = consumer;
      if (current != null) {
        current.wakeup();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }

  @Override
  public Health health() {
    return caughtUp
        ? Health.up().build()
        : Health.outOfService()
            .withDetail("reason", "the event topics are still being read")
            .build();
  }

  private void readForEver() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    while (running.get()) {
      try (KafkaConsumer<String, byte[]> current = new KafkaConsumer<>(settings())) {
        consumer = current;
        read(current, positions);
      } catch (WakeupException stopped) {
        log.debug("stopped reading the event topics");
      } catch (KafkaException trouble) {
        log.warn("the event topics can't be read ({}); trying again", trouble.getMessage());
      }
    }
  }

  private void read(KafkaConsumer<String, byte[]> current, Map<TopicPartition, Long> positions) {
    List<TopicPartition> partitions = partitions(current);
    current.assign(partitions);
    current.seekToBeginning(partitions);
    positions.forEach(
        (partition, position) -> {
          if (partitions.contains(partition)) {
            current.seek(partition, position);
          }
        });
    Map<TopicPartition, Long> ends = current.endOffsets(partitions);
    while (running.get()) {
      ConsumerRecords<String, byte[]> records = current.poll(Duration.ofMillis(500));
      records.forEach(this::take);
      for (TopicPartition partition : partitions) {
        positions.put(partition, current.position(partition));
      }
      if (!records.isEmpty()) {
        viewers.moved();
      }
      if (!caughtUp && ends.entrySet().stream().allMatch(end -> reached(positions, end))) {
        caughtUp = true;
        log.info("the live page has read {} partitions up to their ends", partitions.size());
      }
    }
  }

  private static boolean reached(
      Map<TopicPartition, Long> positions, Map.Entry<TopicPartition, Long> end) {
    return positions.getOrDefault(end.getKey(), 0L) >= end.getValue();
  }

  /**
   * Waits until the services have made their topics; a first start may be quicker than they are.
   */
  private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> current) {
    while (running.get()) {
      Map<String, List<PartitionInfo>> known = current.listTopics(Duration.ofSeconds(5));
      if (known.keySet().containsAll(TOPICS)) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : TOPICS) {
          for (PartitionInfo partition : known.getOrDefault(topic, List.of())) {
            partitions.add(new TopicPartition(topic, partition.partition()));
          }
        }
        return partitions;
      }
      // Nothing is assigned yet, so this only waits, and can be woken.
      current.assign(List.of());
      pause();
    }
    throw new WakeupException();
  }

  private void pause() {
    synchronized (running) {
      try {
        running.wait(500);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new WakeupException();
      }
    }
  }

  /** Whatever is wrong with one event, the others are counted. */
  private void take(ConsumerRecord<String, byte[]> entry) {
    try {
      count(entry);
    } catch (JacksonException unreadable) {
      log.warn("passed over an unreadable event at {}", place(entry));
    } catch (RuntimeException bug) {
      log.error("passed over an event that can't be counted, at {}", place(entry), bug);
    }
  }

  private static String place(ConsumerRecord<String, byte[]> entry) {
    return entry.topic() + "-" + entry.partition() + "@" + entry.offset();
  }

  private void count(ConsumerRecord<String, byte[]> entry) {
    String type = header(entry, "ce_type");
    String id = header(entry, "ce_id");
    if (type == null
        || id == null
        || entry.value() == null
        || recent.put(id, Boolean.TRUE) != null) {
      return;
    }
    Body body = json.readValue(entry.value(), Body.class);
    if (body == null) {
      return; // it says null, and so nothing
    }
    progress.apply(
        new Progress.Fact(
            type,
            body.programmeId(),
            body.registrationId(),
            body.noteId(),
            body.sessionId(),
            body.outcome(),
            body.revision() == null ? 0 : body.revision()));
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> entry, String name) {
    Header header = entry.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.putAll(kafka.buildConsumerProperties());
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return settings;
  }

  /** The fields that a count is made of. */
  record Body(
      @Nullable String programmeId,
      @Nullable String registrationId,
      @Nullable String noteId,
      @Nullable String sessionId,
      @Nullable String outcome,
      @Nullable Integer revision) {}
}
