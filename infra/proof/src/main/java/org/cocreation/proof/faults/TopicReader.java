package org.cocreation.proof.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.cocreation.proof.faults.Evidence.Told;
import org.cocreation.proof.platform.Offsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the topics from their beginning, and sees how far the services have read. */
final class TopicReader implements AutoCloseable {

  /** Of records that the proof itself makes, which are no facts. */
  static final String MARK = "proof-filling";

  /** The consumer groups that must have read everything. */
  static final List<String> GROUPS =
      List.of("attendance", "certificate", "submission", "notification");

  private static final String DEAD_LETTERS = ".dead-letters";
  private static final String TYPE_PREFIX = "org.cocreation.";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Map<String, Object> connection;
  private final Admin admin;

  TopicReader(String bootstrapServers) {
    connection =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "reconnect.backoff.max.ms", "1000",
            "default.api.timeout.ms", "20000",
            "request.timeout.ms", "10000");
    admin = Admin.create(connection);
  }

  /** Every event on every topic, in the order of each partition, without poison. */
  List<Told> all() {
    List<Told> all = new ArrayList<>();
    read(topic -> !topic.endsWith(DEAD_LETTERS), record -> add(record, all));
    return all;
  }

  /** The dead letters, in words, without those of poison. */
  List<String> deadLetters() {
    List<String> letters = new ArrayList<>();
    read(
        topic -> topic.endsWith(DEAD_LETTERS),
        record -> {
          if (!isOurs(record)) {
            letters.add(
                record.topic()
                    + ": "
                    + header(record, "ce_type")
                    + ", "
                    + header(record, "dead-letter-reason")
                    + " "
                    + header(record, "dead-letter-detail"));
          }
        });
    return letters;
  }

  /** How many dead letters of each class of poison a service has. */
  Map<String, Integer> poison(String service) {
    Map<String, Integer> counts = new TreeMap<>();
    read(
        topic -> topic.equals(service + DEAD_LETTERS),
        record -> {
          if (isPoison(record)) {
            counts.merge(key(record).split("\\|", -1)[1], 1, Integer::sum);
          }
        });
    return counts;
  }

  /** How many dead letters of poison a service has. */
  int poisoned(String service) {
    return poison(service).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The id of a letter with poison in it. */
  String poisonedLetter(String service) {
    List<String> ids = new ArrayList<>();
    read(
        topic -> topic.equals(service + DEAD_LETTERS),
        record -> {
          if (isPoison(record)) {
            ids.add(record.partition() + "-" + record.offset());
          }
        });
    return ids.isEmpty() ? "none" : ids.get(ids.size() - 1);
  }

  private static boolean isPoison(ConsumerRecord<byte[], byte[]> record) {
    return key(record).startsWith(Poison.KEY);
  }

  /** What the proof has put there itself. */
  private static boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
    return key(record).startsWith("poison") || record.headers().lastHeader(MARK) != null;
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }

  private void read(
      java.util.function.Predicate<String> wanted,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics(PATIENCE).values().stream()
              .flatMap(Collection::stream)
              .filter(p -> !p.topic().startsWith("__") && wanted.test(p.topic()))
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
        consumer.poll(Duration.ofMillis(500)).forEach(each);
      }
    }
  }

  private static void add(ConsumerRecord<byte[], byte[]> record, List<Told> all) {
    if (!isOurs(record)) {
      all.add(
          new Told(
              record.topic(),
              record.partition(),
              record.offset(),
              key(record),
              header(record, "ce_id"),
              header(record, "ce_type").replace(TYPE_PREFIX, "").replaceAll("\\.v\\d+$", ""),
              body(record.value())));
    }
  }

  private static @Nullable JsonNode body(byte @Nullable [] value) {
    try {
      return value == null ? null : JSON.readTree(value);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** What services have not read yet, in words; empty when they have read everything. */
  List<String> unread() {
    try {
      Map<String, ConsumerGroupDescription> groups =
          admin.describeConsumerGroups(GROUPS).all().get();
      List<String> unread = new ArrayList<>();
      for (ConsumerGroupDescription group : groups.values()) {
        if (group.groupState() != GroupState.STABLE) {
          unread.add(group.groupId() + " is " + group.groupState());
          continue;
        }
        Set<TopicPartition> assigned =
            group.members().stream()
                .map(MemberDescription::assignment)
                .flatMap(a -> a.topicPartitions().stream())
                .collect(Collectors.toSet());
        Map<TopicPartition, Long> read = Offsets.committed(admin, group.groupId());
        Offsets.ends(admin, assigned)
            .forEach(
                (partition, end) -> {
                  long behind = end - Objects.requireNonNullElse(read.get(partition), 0L);
                  if (behind > 0) {
                    unread.add(
                        group.groupId() + " has " + behind + " of " + partition + " to read");
                  }
                });
      }
      return List.copyOf(unread);
    } catch (ExecutionException e) {
      return List.of("the broker does not say: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of("interrupted");
    }
  }

  /** How many processes read for a service now; -1 when the broker does not say. */
  int members(String group) {
    try {
      return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
          .mapToInt(described -> described.members().size())
          .sum();
    } catch (ExecutionException away) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** Where a group goes on reading; -1 when it has read nothing there. */
  long committed(String group, TopicPartition partition) {
    try {
      return Offsets.committed(admin, group).getOrDefault(partition, -1L);
    } catch (ExecutionException away) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  void create(String topic) {
    done(admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all());
  }

  void delete(String topic) {
    done(admin.deleteTopics(List.of(topic)).all());
  }

  /** Lets a topic take no record that is larger; 0 for what the broker takes. */
  void largestRecord(String topic, int bytes) {
    ConfigEntry limit = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
    AlterConfigOp change =
        new AlterConfigOp(
            limit, bytes == 0 ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET);
    done(
        admin
            .incrementalAlterConfigs(
                Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(change)))
            .all());
  }

  private static void done(KafkaFuture<Void> change) {
    try {
      change.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Lets a group begin again at the first record of everything.
   *
   * @return whether it could be done: not while the group has members
   */
  boolean fromTheBeginning(String group) {
    try {
      Map<TopicPartition, OffsetAndMetadata> zero = new HashMap<>();
      Offsets.committed(admin, group).keySet().forEach(p -> zero.put(p, new OffsetAndMetadata(0)));
      admin.alterConsumerGroupOffsets(group, zero).all().get();
      return !zero.isEmpty();
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
  }
}
