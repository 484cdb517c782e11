package org.cocreation.portal.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cocreation.portal.PortalApplication;
import org.cocreation.testing.backing.BackingServices;
import org.cocreation.testing.contracts.Contract;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live page on a real broker: it moves, and after a restart it says the same. */
class LivePageTest {

  /** Less than the web server waits for an answer that does not end. */
  private static final Duration GRACE = Duration.ofSeconds(15);

  private static final String TYPE = "org.cocreation.registration.registered.v1";

  @Test
  @SuppressWarnings("try") // closed early, to see how long that takes
  void movesAsEventsArriveAndIsExactAfterARestart() throws Exception {
    String broker = BackingServices.bootstrapServers();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      admin
          .createTopics(
              EventStreams.TOPICS.stream().map(topic -> new NewTopic(topic, 2, (short) 1)).toList())
          .all()
          .get();
    }
    Contract.Example example = Contract.examples(TYPE).get(0);
    JsonNode body = JsonMapper.shared().readTree(example.bytes());
    String programme = body.get("programmeId").asString();
    String person = body.get("registrationId").asString();

    send(broker, TYPE, person, example.bytes(), UUID.randomUUID().toString());
    for (String unreadable : List.of("{\"not\": json", "null", "[]", "7", "\"text\"", "{}", "")) {
      send(broker, TYPE, person, unreadable.getBytes(UTF_8), UUID.randomUUID().toString());
    }
    String sameEvent = UUID.randomUUID().toString();
    byte[] another = example.json().replace(person, "r-another").getBytes(UTF_8);

    try (ConfigurableApplicationContext portal = start(broker)) {
      awaitReady(portal);
      try (InputStream stream = watch(portal, programme);
          BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
        assertThat(nextCounts(lines)).contains("\"registered\":1");
        send(broker, TYPE, "r-another", another, sameEvent);
        send(broker, TYPE, "r-another", another, sameEvent);
        assertThat(nextCounts(lines)).contains("\"registered\":2").contains("\"certified\":0");
      }
    }
    try (ConfigurableApplicationContext portal = start(broker)) {
      awaitReady(portal);
      InputStream stream = watch(portal, programme);
      try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
        assertThat(nextCounts(lines)).contains("\"registered\":2");

        long closing = System.nanoTime();
        portal.close();

        assertThat(Duration.ofNanos(System.nanoTime() - closing))
            .as("somebody who watches does not hold up the end")
            .isLessThan(GRACE);
        assertThat(lines.lines().filter(line -> line.startsWith("data:"))).isEmpty();
      }
    }
  }

  private static ConfigurableApplicationContext start(String broker) {
    SpringApplication portal = new SpringApplication(PortalApplication.class);
    portal.setDefaultProperties(Map.of());
    return portal.run(
        "--server.port=0",
        "--spring.kafka.bootstrap-servers=" + broker,
        "--cocreation.live.every=20ms",
        "--cocreation.services.registration=http://127.0.0.1:1");
  }

  private static void awaitReady(ConfigurableApplicationContext portal) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                HttpClient.newHttpClient()
                        .send(
                            HttpRequest.newBuilder(at(portal, "/actuator/health/readiness"))
                                .build(),
                            HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                    == 200);
  }

  private static InputStream watch(ConfigurableApplicationContext portal, String programme)
      throws Exception {
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(at(portal, "/programmes/" + programme + "/live/events"))
                    .header("Accept", "text/event-stream")
                    .timeout(Duration.ofSeconds(30))
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private static String nextCounts(BufferedReader lines) {
    return lines
        .lines()
        .map(line -> line.startsWith("data:") ? Optional.of(line) : Optional.<String>empty())
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static URI at(ConfigurableApplicationContext portal, String path) {
    String port = portal.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static void send(String broker, String type, String key, byte[] body, String id)
      throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker),
            new StringSerializer(),
            new ByteArraySerializer())) {
      ProducerRecord<String, byte[]> entry = new ProducerRecord<>("registration.events", key, body);
      for (String[] header : List.of(new String[] {"ce_type", type}, new String[] {"ce_id", id})) {
        entry.headers().add(header[0], header[1].getBytes(UTF_8));
      }
      producer.send(entry).get();
    }
  }
}
