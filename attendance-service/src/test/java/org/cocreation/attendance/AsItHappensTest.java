package org.cocreation.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.cocreation.attendance.Client.Answer;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.visits.Visit;
import org.cocreation.attendance.domain.visits.Visits;
import org.cocreation.testing.tokens.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Evidence without files, over the broker and HTTP: connectors, clicks, the door, the count. */
@WholeService
class AsItHappensTest {

  @LocalServerPort private int port;
  @Autowired private Environment settings;
  @Autowired private Visits visits;

  private final String programme = "p-" + UUID.randomUUID().toString().substring(0, 8);
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(30, ChronoUnit.MINUTES);
  private Wire wire;
  private KafkaProducer<String, byte[]> connector;
  private Client coordinator;

  @BeforeEach
  void connect() {
    String broker = settings.getRequiredProperty("spring.kafka.bootstrap-servers");
    wire = new Wire(broker);
    connector =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer());
    coordinator = new Client(port, "Bearer " + TestTokens.coordinator());
  }

  @AfterEach
  void disconnect() {
    wire.close();
    connector.close(Duration.ofSeconds(5));
  }

  @Test
  void whatAConnectorPushesIsCountedLiveAndBecomesEvidence() {
    programmeWith("Inés Pérez", "Ben Tzul");
    push(observed("e1", "7", "joined", 0, "\"name\":\"Inés Pérez [BTEC]\""));
    push(observed("e1", "7", "joined", 0, "\"name\":\"Inés Pérez [BTEC]\""));
    push(observed("e2", "8", "joined", 1, "\"email\":\"person2@civic.example\""));

    await()
        .untilAsserted(
            () ->
                assertThat(coordinator.get(session("live")).json().at("/online/now").asInt())
                    .isEqualTo(2));

    push(observed("e3", "8", "left", 25, "\"connectionId\":\"\""));
    await()
        .untilAsserted(
            () ->
                assertThat(coordinator.get(session("live")).json().at("/online/now").asInt())
                    .isEqualTo(1));
    JsonNode live = coordinator.get(session("live")).json();
    assertThat(live.at("/online/seen").asInt()).isEqualTo(2);
    assertThat(live.path("goingOn").asBoolean()).isTrue();
    assertThat(live.at("/sources/0/source").asString()).isEqualTo("zoom");
    JsonNode ben = coordinator.get(session("attendance/" + person(2))).json();
    assertThat(ben.path("minutes").asInt()).isEqualTo(24);
    assertThat(ben.at("/evidence/0/channel").asString()).isEqualTo("feed");
    assertThat(ben.at("/evidence/0/source").asString()).isEqualTo("zoom");
  }

  @Test
  void aBadRecordGoesToTheDeadLettersAloneAndWithoutWhatItSaid() {
    programmeWith("Inés Pérez");
    push(observed("e1", "7", "joined", 0, "\"name\":\"Inés Pérez\""));
    push(observed("bad-1", "7", "teleported", 3, "\"name\":\"Secret Name\""));
    push("{\"name\":\"Secret Name\", not json");
    push(observed("bad-2", "7", "joined", 3, "\"name\":\"Secret Name\",\"place\":\"elsewhere\""));
    push(observed("e2", "7", "left", 25, "\"staff\":false"));

    await()
        .untilAsserted(
            () ->
                assertThat(
                        coordinator
                            .get(session("attendance/" + person(1)))
                            .json()
                            .path("minutes")
                            .asInt())
                    .isEqualTo(25));
    await().untilAsserted(() -> assertThat(deadLetters()).hasSize(3));
    for (ConsumerRecord<String, byte[]> letter : deadLetters()) {
      assertThat(letter.value()).isNull();
      for (Header header : letter.headers()) {
        assertThat(new String(header.value(), StandardCharsets.UTF_8)).doesNotContain("Secret");
      }
    }
  }

  @Test
  void aClickOnTheJoinLinkIsShownAndCountsForNothing() {
    programmeWith("Inés Pérez");
    for (int i = 0; i < 2; i++) {
      wire.tell(
          "join-link-opened",
          person(1),
          """
          {"clickId":"%s/w1/1","registrationId":"%s","programmeId":"%s","sessionId":"w1","openedAt":"%s"}
          """
              .formatted(person(1), person(1), programme, start));
    }
    wire.flush();

    await()
        .untilAsserted(
            () ->
                assertThat(
                        coordinator
                            .get(session("attendance/" + person(1)))
                            .json()
                            .path("evidence")
                            .size())
                    .isEqualTo(1));
    JsonNode ines = coordinator.get(session("attendance/" + person(1))).json();
    assertThat(ines.at("/evidence/0/kind").asString()).isEqualTo("join-link");
    assertThat(ines.at("/evidence/0/channel").asString()).isEqualTo("join-link");
    assertThat(ines.at("/evidence/0/contributes/en").asString()).contains("no presence by itself");
    assertThat(ines.path("outcome").asString()).isEqualTo("not-attended");
    assertThat(ines.at("/why/en").asString()).startsWith("Opened the personal join link");
  }

  @Test
  void aPhoneAtTheDoorBringsItsScansAndConflictsAreShown() {
    programmeWith("Inés Pérez", "Ben Tzul");
    String scans =
        """
        {"device":"phone-2","sentAt":"%s","scans":[{"nonce":"a","code":"%s","scannedAt":"%s"},{"nonce":"b","code":"x","scannedAt":"%s"}]}
        """
            .formatted(
                Instant.now().plus(1, ChronoUnit.HOURS),
                person(1),
                start.plus(65, ChronoUnit.MINUTES),
                start);

    Answer first = coordinator.post(session("scans"), scans);
    Answer again = coordinator.post(session("scans"), scans);

    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.json().at("/results/0/result").asString()).isEqualTo("accepted");
    assertThat(first.json().at("/results/0/name").asString()).isEqualTo("Inés Pérez");
    assertThat(first.json().at("/clockAheadSeconds").asLong()).isBetween(3590L, 3610L);
    assertThat(first.json().at("/results/1/result").asString()).isEqualTo("unknown-code");
    assertThat(again.json().at("/results/0/result").asString()).isEqualTo("repeated");
    assertThat(coordinator.get(session("live")).json().at("/venue/now").asInt()).isEqualTo(1);

    push(observed("e1", "7", "joined", 0, "\"name\":\"Inés Pérez\""));
    push(observed("e2", "7", "left", 20, "\"staff\":false"));
    await()
        .untilAsserted(
            () ->
                assertThat(
                        coordinator
                            .get(session("attendance/" + person(1)))
                            .json()
                            .path("conflicts"))
                    .anyMatch(
                        conflict -> conflict.path("kind").asString().equals("two-places-at-once")));
    JsonNode ines = coordinator.get(session("attendance/" + person(1))).json();
    assertThat(ines.path("outcome").asString()).isEqualTo("attended");
    assertThat(ines.path("mode").asString()).isEqualTo("both");
    JsonNode scan =
        ines.path("evidence")
            .valueStream()
            .filter(each -> each.path("kind").asString().equals("scan"))
            .findFirst()
            .orElseThrow();
    assertThat(scan.path("stated").asString())
        .isEqualTo(start.plus(65, ChronoUnit.MINUTES).toString());
    assertThat(scan.at("/contributes/en").asString()).contains("clock");
  }

  @Test
  void refusesABatchThatIsNone() {
    programmeWith("Inés Pérez");
    Answer empty =
        coordinator.post(
            session("scans"),
            "{\"device\":\"phone\",\"sentAt\":\"%s\",\"scans\":[]}".formatted(start));
    Answer nameless =
        coordinator.post(
            session("scans"),
            "{\"device\":\"a phone!\",\"sentAt\":\"%s\",\"scans\":[{\"nonce\":\"\",\"code\":\"c\",\"scannedAt\":\"%s\"}]}"
                .formatted(start, start));

    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.json().at("/errors/0/field").asString()).isEqualTo("scans");
    assertThat(nameless.status()).isEqualTo(400);
    assertThat(new Client(port, null).post(session("scans"), "{}").status()).isEqualTo(401);
    assertThat(new Client(port, null).get(session("live")).status()).isEqualTo(401);
    assertThat(new Client(port, "Bearer " + TestTokens.committee()).get(session("live")).status())
        .isEqualTo(403);
    assertThat(
            coordinator
                .get("/api/attendance/programmes/" + programme + "/sessions/w9/live")
                .status())
        .isEqualTo(404);
  }

  @Test
  void erasureReachesWhatConnectorsTold() {
    programmeWith("Inés Pérez");
    push(
        observed(
            "e1", "7", "joined", 0, "\"name\":\"Inés Pérez\",\"email\":\"person1@civic.example\""));
    await()
        .untilAsserted(
            () ->
                assertThat(
                        coordinator
                            .get(session("attendance/" + person(1)))
                            .json()
                            .path("evidence")
                            .size())
                    .isEqualTo(1));

    wire.tell("contact", person(1), null);
    wire.flush();

    SessionKey key = new SessionKey(programme, "w1");
    await().untilAsserted(() -> assertThat(visits.of(key)).isNotEmpty().allMatch(Visit::erased));
    assertThat(visits.of(key).toString()).doesNotContain("Pérez").doesNotContain("civic.example");
    await()
        .untilAsserted(
            () ->
                assertThat(coordinator.get(session("observations")).body())
                    .doesNotContain("Pérez")
                    .doesNotContain("civic.example"));
  }

  private List<ConsumerRecord<String, byte[]>> deadLetters() {
    List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                settings.getRequiredProperty("spring.kafka.bootstrap-servers")),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition only = new TopicPartition("attendance.dead-letters", 0);
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
      while (consumer.position(only) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                letter -> {
                  if (programme.equals(header(letter, "x-programme"))) {
                    letters.add(letter);
                  }
                });
      }
    }
    return letters;
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private String observed(String id, String ref, String kind, int minute, String more) {
    return """
        {"connector":"zoom","eventId":"%s","programmeId":"%s","sessionId":"w1","participantRef":"%s","kind":"%s","at":"%s",%s}
        """
        .formatted(id, programme, ref, kind, start.plus(minute, ChronoUnit.MINUTES), more);
  }

  private void push(String json) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>("attendance.feed", "w1", json.getBytes(StandardCharsets.UTF_8));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_type", "org.cocreation.attendance.observed.v1",
            "ce_source", "/connectors/zoom",
            "ce_time", "2020-02-13T16:30:00Z",
            "content-type", "application/json",
            "x-programme", programme)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    Future<RecordMetadata> sent = connector.send(record);
    connector.flush();
    assertThat(sent).isDone();
  }

  private void programmeWith(String... names) {
    wire.tell(
        "programme-set",
        programme,
        """
        {"programmeId":"%s","revision":1,"title":{"en":"Webinars"},"timeZone":"America/Belize","status":"open",
         "rules":{"attendedShare":0.6667,"leadMinutes":15,"tailMinutes":15},"signatories":[],"organisers":[],
         "sessions":[{"sessionId":"w1","number":1,"title":{"en":"One"},"startsAt":"%s","durationMinutes":90,
           "status":"planned","topics":[],"presenters":[],"materials":[]}]}
        """
            .formatted(programme, start));
    for (int i = 1; i <= names.length; i++) {
      wire.tell(
          "contact",
          person(i),
          """
          {"registrationId":"%s","programmeId":"%s","revision":1,"name":"%s","email":"person%d@civic.example","language":"es"}
          """
              .formatted(person(i), programme, names[i - 1], i));
      wire.tell(
          "registered",
          person(i),
          """
          {"registrationId":"%s","programmeId":"%s","registeredAt":"2020-02-01T12:00:00Z","linkHash":"%s","sealedLink":"AAAA",
           "sector":"media","district":"Toledo","choices":[{"sessionId":"w1","mode":"online","place":"none"}]}
          """
              .formatted(person(i), programme, "hash-" + person(i)));
    }
    wire.flush();
    for (int i = 1; i <= names.length; i++) {
      int number = i;
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                Answer answer = coordinator.get(session("attendance/" + person(number)));
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.json().has("name")).isTrue();
                assertThat(answer.json().has("chosen")).isTrue();
              });
    }
  }

  private String session(String rest) {
    return "/api/attendance/programmes/" + programme + "/sessions/w1/" + rest;
  }

  private String person(int number) {
    return programme + "-r" + number;
  }
}
