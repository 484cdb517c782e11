package org.cocreation.proof.outbox;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/**
 * The messaging library as it ships, in an application that has nothing else. One request a line on
 * its input, one line of JSON in answer; it ends when its input does.
 *
 * <pre>
 * library RUN EVENTS          saves that many by the library
 * hand RUN EVENTS             saves and sends that many by hand
 * latency RUN EVENTS RATE     saves one after the other, so many a second
 * </pre>
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class OutboxProcess {

  private static final List<String> FAMILIES =
      List.of(
          "org.cocreation.messaging.",
          "org.springframework.boot.autoconfigure.",
          "org.springframework.boot.data.",
          "org.springframework.boot.integration.",
          "org.springframework.boot.jackson.",
          "org.springframework.boot.kafka.",
          "org.springframework.boot.mongodb.",
          "org.springframework.boot.persistence.",
          "org.springframework.cloud.");

  /** {@code STORE BROKER NAME}: the store's address without a database, the broker's, a name. */
  @SuppressWarnings("SystemOut") // the one place that names the terminal
  public static void main(String[] arguments) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err);
    String store = arguments[0] + "/" + arguments[2];
    String broker = arguments[1];
    String topic = arguments[2];
    createTopic(broker, topic);
    try (ConfigurableApplicationContext application = start(store, broker, topic);
        MongoClient client = MongoClients.create(store);
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producing(broker));
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consuming(broker))) {
      @SuppressWarnings("unchecked")
      AggregateStore<Noted, Noted> notes = application.getBean(AggregateStore.class);
      ByLibrary library = new ByLibrary(notes, application.getBean(MeterRegistry.class));
      ByHand hand = new ByHand(client.getDatabase(topic).getCollection("by-hand"), producer, topic);
      Latency latency = new Latency(consumer, topic);
      answer(answers, Map.of("ready", true));
      BufferedReader requests =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        String[] words = line.strip().split(" ", -1);
        int events = Integer.parseInt(words[2]);
        if (words[0].equals("latency")) {
          double[] millis = latency.of(library::save, words[1], events, Integer.parseInt(words[3]));
          answer(answers, percentiles(millis));
        } else {
          answer(answers, timed(words[0].equals("hand") ? hand : library, words[1], events));
        }
      }
    }
  }

  private static Map<String, Object> timed(Sends sends, String run, int events) throws Exception {
    long begun = System.nanoTime();
    sends.send(run, events);
    return Map.of("seconds", (System.nanoTime() - begun) / 1e9, "events", events);
  }

  private static Map<String, Object> percentiles(double[] millis) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("p50", millis[millis.length / 2]);
    said.put("p99", millis[millis.length * 99 / 100]);
    said.put("longest", millis[millis.length - 1]);
    said.put("sorted", millis);
    return said;
  }

  private static void answer(PrintStream answers, Map<String, Object> answer) {
    answers.println(JsonMapper.shared().writeValueAsString(answer));
    answers.flush();
  }

  private static ConfigurableApplicationContext start(String store, String broker, String topic) {
    List<String> others =
        ImportCandidates.load(AutoConfiguration.class, OutboxProcess.class.getClassLoader())
            .getCandidates()
            .stream()
            .filter(candidate -> FAMILIES.stream().noneMatch(candidate::startsWith))
            .toList();
    return new SpringApplicationBuilder(OutboxProcess.class)
        .web(WebApplicationType.NONE)
        .run(
            "--spring.config.location=optional:file:./none/",
            "--spring.application.name=proof",
            "--spring.main.banner-mode=off",
            "--logging.level.root=WARN",
            "--spring.mongodb.uri=" + store,
            "--spring.kafka.bootstrap-servers=" + broker,
            "--proof.topic=" + topic,
            "--spring.autoconfigure.exclude=" + String.join(",", others));
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  @Bean
  AggregateStore<Noted, Noted> notes(
      AggregateStores stores, @Value("${proof.topic}") String topic) {
    return stores.of(
        "notes",
        Noted.class,
        noted -> List.of(new Announcement(topic, Noted.TYPE, noted.noteId(), noted)));
  }

  private static void createTopic(String broker, String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker))) {
      admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1))).all().get();
    }
  }

  private static Map<String, Object> producing(String broker) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("bootstrap.servers", broker);
    settings.put("key.serializer", ByteArraySerializer.class);
    settings.put("value.serializer", ByteArraySerializer.class);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("linger.ms", 5);
    settings.put("compression.type", "lz4");
    settings.put("batch.size", 128 * 1024);
    return settings;
  }

  private static Map<String, Object> consuming(String broker) {
    return Map.of(
        "bootstrap.servers",
        broker,
        "key.deserializer",
        ByteArrayDeserializer.class,
        "value.deserializer",
        ByteArrayDeserializer.class);
  }
}
