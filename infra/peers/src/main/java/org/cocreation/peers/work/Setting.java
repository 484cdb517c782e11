package org.cocreation.peers.work;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Where a peer works.
 *
 * @param store connection string of the MongoDB store, with a database of the peer's own
 * @param broker Kafka's {@code bootstrap.servers}
 * @param directory where a peer with a database of its own keeps it
 * @param name of this run of the peer; its topics and groups begin with it
 */
public record Setting(String store, String broker, Path directory, String name) {

  /** As many partitions as the platform's topics have. */
  public static final int PARTITIONS = 6;

  /** Records of a poll, as in the platform. */
  public static final int POLL = 500;

  /**
   * Reads {@code --store URI --broker ADDRESS --directory PATH --name NAME}.
   *
   * @throws IllegalArgumentException when one of them is missing or unknown
   */
  public static Setting of(String[] arguments) {
    Map<String, String> given = Arguments.of(arguments, "store", "broker", "directory", "name");
    return new Setting(
        Arguments.required(given, "store"),
        Arguments.required(given, "broker"),
        Path.of(Arguments.required(given, "directory")),
        Arguments.required(given, "name"));
  }

  /** The store, where a write is on disk before it is acknowledged. */
  public String durableStore() {
    return store + (store.contains("?") ? "&" : "?") + "w=majority&journal=true";
  }

  /** A database in a file of the peer's own, where a commit is in the file before it returns. */
  public String ownDatabase() {
    return "jdbc:h2:file:" + directory.resolve(name).toAbsolutePath() + ";WRITE_DELAY=0";
  }

  /** From attendance to certificate. */
  public String attendanceTopic() {
    return name + ".attendance";
  }

  /** From certificate to notification. */
  public String certificateTopic() {
    return name + ".certificate";
  }

  /** Settings of Spring Boot for who sends and reads with its Kafka. */
  public Map<String, Object> springKafka() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("spring.kafka.bootstrap-servers", broker);
    producer(0)
        .forEach((key, value) -> settings.put("spring.kafka.producer." + spring(key), value));
    consumer("")
        .forEach((key, value) -> settings.put("spring.kafka.consumer." + spring(key), value));
    return settings;
  }

  private static String spring(String key) {
    return key.endsWith("serializer") ? key.replace('.', '-') : "properties." + key;
  }

  /** Creates both topics. */
  public void createTopics() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(attendanceTopic(), PARTITIONS, (short) 1),
                  new NewTopic(certificateTopic(), PARTITIONS, (short) 1)))
          .all()
          .get();
    } catch (ExecutionException refused) {
      throw new IllegalStateException("no topics", refused.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", stopped);
    }
  }

  /**
   * How every peer sends: acknowledged by all replicas, without doubles.
   *
   * @param lingerMillis 0 for who awaits each send
   */
  public Map<String, Object> producer(int lingerMillis) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "120000");
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "15000");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, Integer.toString(lingerMillis));
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(128 * 1024));
    return settings;
  }

  /** How every peer reads: from the beginning, committed only after the work. */
  public Map<String, Object> consumer(String stage) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, name + "." + stage);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
    settings.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(POLL));
    return settings;
  }
}
