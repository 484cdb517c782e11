package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.messaging.support.GenericMessage;

/** What an intake makes of each kind of record, without a broker. */
class IntakeTest {

  record Choice(String sessionId, @Nullable String mode) {}

  record Body(String seatId, int number, @Nullable String note, List<Choice> choices) {}

  private static final String GONE = "org.cocreation.registration.seat-gone.v1";

  private final List<BadRecord> dead = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();
  private final List<String> erased = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private @Nullable RuntimeException trouble;
  private final Intake intake = intake((name, bad) -> dead.addAll(bad));

  private IntakeBuilder named(String name) {
    return new IntakeBuilder.Factory(
            new IntakeParts(
                (intake, bad) -> dead.addAll(bad), meters, Milestones.UNWATCHED, Set.of()))
        .intake(name);
  }

  private Intake intake(DeadLetters letters) {
    IntakeParts parts =
        new IntakeParts(letters, meters, Milestones.UNWATCHED, Set.of("registration.contacts"));
    return new IntakeBuilder.Factory(parts)
        .intake("attendance")
        .on(
            Seat.TAKEN,
            Body.class,
            (List<Event<Body>> batch) -> {
              if (trouble != null) {
                throw trouble;
              }
              batch.forEach(event -> taken.add(event.subject() + event.body().number()));
            })
        .on(
            GONE,
            Body.class,
            (List<Event<Body>> batch) ->
                batch.forEach(event -> taken.add(event.subject() + "-gone")))
        .onTombstone("registration.contacts", erased::addAll)
        .build();
  }

  private static ConsumerRecord<byte[], byte[]> record(ProducerRecord<byte[], byte[]> sent) {
    return new ConsumerRecord<>(
        sent.topic(),
        0,
        7,
        0L,
        TimestampType.CREATE_TIME,
        0,
        0,
        sent.key(),
        sent.value(),
        sent.headers(),
        Optional.empty());
  }

  private static ConsumerRecord<byte[], byte[]> taken(String key, int number) {
    return record(
        Topics.event(
            Seat.TAKEN,
            key,
            "{\"seatId\":\"%s\",\"number\":%d,\"choices\":[]}".formatted(key, number)));
  }

  private static ConsumerRecord<byte[], byte[]> json(String json) {
    return record(Topics.event(Seat.TAKEN, "a", json));
  }

  private String reasonOf(ConsumerRecord<byte[], byte[]> bad) {
    dead.clear();
    intake.take(List.of(taken("n", 1), bad, taken("n", 2)));
    assertThat(taken).containsExactly("n1", "n2");
    taken.clear();
    assertThat(dead).hasSize(1);
    return dead.get(0).reason().code() + ": " + dead.get(0).detail();
  }

  @Test
  void handsOverByTypeAndInOrderForEachKey() {
    intake.take(
        List.of(
            taken("a", 1),
            record(Topics.event(GONE, "a", "{\"seatId\":\"a\",\"number\":1,\"choices\":[]}")),
            taken("b", 1),
            taken("a", 2)));

    assertThat(taken).containsExactly("a1", "b1", "a-gone", "a2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "{",
        "[]",
        "null",
        "{\"seatId\":\"a\",\"number\":1,\"choices\":[]} more",
        "{\"seatId\":\"a\",\"seatId\":\"b\",\"number\":1,\"choices\":[]}",
        "{\"seatId\":\"a\",\"number\":NaN,\"choices\":[]}",
        "{\"seatId\":\"a\",\"number\":\"many\",\"choices\":[]}",
        "{\"seatId\":\"a\",\"number\":99999999999,\"choices\":[]}"
      })
  void malformedJsonIsABadRecord(String malformed) {
    assertThat(reasonOf(json(malformed))).startsWith("unreadable-body");
  }

  @Test
  void deeplyNestedJsonIsABadRecord() {
    assertThat(reasonOf(json("[".repeat(100_000)))).startsWith("unreadable-body");
    String deep =
        "{\"seatId\":\"a\",\"number\":1,\"choices\":[],\"more\":"
            + "[".repeat(5_000)
            + "]".repeat(5_000)
            + "}";
    assertThat(reasonOf(json(deep))).startsWith("unreadable-body");
  }

  @Test
  void textThatIsNotUtf8IsABadRecord() {
    ProducerRecord<byte[], byte[]> good = Topics.event(Seat.TAKEN, "a", "");
    byte[] latin =
        "{\"seatId\":\"\u00f1\",\"number\":1,\"choices\":[]}".getBytes(StandardCharsets.ISO_8859_1);
    ProducerRecord<byte[], byte[]> bad =
        new ProducerRecord<>(good.topic(), null, good.key(), latin, good.headers());

    assertThat(reasonOf(record(bad))).startsWith("unreadable-body");
  }

  @Test
  void whatABodyPromisesHasToBeThereAtEveryDepth() {
    assertThat(reasonOf(json("{\"number\":1,\"choices\":[]}")))
        .isEqualTo("unreadable-body: seatId is missing");
    assertThat(reasonOf(json("{\"seatId\":null,\"number\":1,\"choices\":[]}")))
        .isEqualTo("unreadable-body: seatId is missing");
    assertThat(reasonOf(json("{\"seatId\":\"a\",\"choices\":[]}")))
        .startsWith("unreadable-body")
        .contains("number");
    assertThat(reasonOf(json("{\"seatId\":\"a\",\"number\":1}")))
        .isEqualTo("unreadable-body: choices is missing");
    assertThat(
            reasonOf(
                json(
                    "{\"seatId\":\"a\",\"number\":1,\"choices\":[{\"sessionId\":\"s\"},{\"mode\":\"x\"}]}")))
        .isEqualTo("unreadable-body: choices[1].sessionId is missing");
    assertThat(reasonOf(json("{\"seatId\":\"a\",\"number\":1,\"choices\":[null]}")))
        .isEqualTo("unreadable-body: choices[0] is null");
  }

  @Test
  void aReasonSaysWhereButNeverRepeatsTheValue() {
    String reason = reasonOf(json("{\"seatId\":\"a\",\"number\":\"Maria Chan\",\"choices\":[]}"));

    assertThat(reason).contains("in number").doesNotContain("Maria");
  }

  @Test
  void headersThatMakeNoSenseAreABadRecord() {
    for (String missing : List.of("ce_id", "ce_type", "ce_source", "ce_time")) {
      ConsumerRecord<byte[], byte[]> record = taken("a", 1);
      record.headers().remove(missing);
      assertThat(reasonOf(record)).isEqualTo("bad-headers: " + missing + " is missing");
    }
    for (Map.Entry<String, String> wrong :
        Map.of("ce_time", "yesterday", "ce_type", "garbage", "ce_specversion", "0.3").entrySet()) {
      ConsumerRecord<byte[], byte[]> record = taken("a", 1);
      record.headers().remove(wrong.getKey()).add(wrong.getKey(), Topics.bytes(wrong.getValue()));
      assertThat(reasonOf(record)).startsWith("bad-headers: " + wrong.getKey());
    }
    ProducerRecord<byte[], byte[]> event = Topics.taken("a", 1);
    assertThat(
            reasonOf(
                record(
                    new ProducerRecord<>(
                        event.topic(), 0, (byte[]) null, event.value(), event.headers()))))
        .isEqualTo("bad-headers: the key is missing");
  }

  @Test
  void eachEventHasTheTimeThatItsOwnHeaderSays() {
    List<Instant> times = new ArrayList<>();
    Intake timed =
        named("timed")
            .on(
                Seat.TAKEN,
                Body.class,
                (List<Event<Body>> batch) -> batch.forEach(event -> times.add(event.time())))
            .build();
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (String time :
        List.of(
            "2020-02-13T16:30:00Z",
            "2020-02-13T16:30:00Z",
            "2020-02-13T16:30:00.001Z",
            "2020-02-13T10:30:00-06:00",
            "2020-02-13T16:30:00Z")) {
      ConsumerRecord<byte[], byte[]> record = taken("a", records.size());
      record.headers().remove("ce_time").add("ce_time", Topics.bytes(time));
      records.add(record);
    }

    timed.take(records);

    Instant first = Instant.parse("2020-02-13T16:30:00Z");
    assertThat(times).containsExactly(first, first, first.plusMillis(1), first, first);
  }

  @Test
  void aTypeOfAnotherServiceDoesNotBelongOnTheTopic() {
    ConsumerRecord<byte[], byte[]> record = taken("a", 1);
    record
        .headers()
        .remove("ce_type")
        .add("ce_type", Topics.bytes("org.cocreation.attendance.seat-taken.v1"));

    assertThat(reasonOf(record))
        .startsWith("bad-headers: ce_type does not belong on registration.events");
  }

  @Test
  void anotherVersionOfAKnownFactIsABadRecordAndANewFactIsNot() {
    assertThat(
            reasonOf(record(Topics.event("org.cocreation.registration.seat-taken.v2", "a", "{}"))))
        .isEqualTo("unknown-version: version 2 is not known, 1 is");

    dead.clear();
    intake.take(
        List.of(record(Topics.event("org.cocreation.registration.seat-painted.v1", "a", "{}"))));

    assertThat(dead).isEmpty();
    assertThat(meters.get("cocreation.intake.records").tag("outcome", "skipped").counter().count())
        .isEqualTo(1);
  }

  @Test
  void whatWasLeftAloneOnceIsHeldToItsTopicAndOtherVersionsAreRefusedEachTime() {
    String painted = "org.cocreation.registration.seat-painted.v1";
    ConsumerRecord<byte[], byte[]> elsewhere =
        record(
            new ProducerRecord<>(
                "attendance.events", 0, Topics.bytes("a"), Topics.bytes("{}"), null));
    elsewhere.headers().add("ce_type", Topics.bytes(painted));
    for (int time = 0; time < 2; time++) {
      intake.take(List.of(record(Topics.event(painted, "a", "{}"))));
      assertThat(reasonOf(elsewhere)).startsWith("bad-headers: ce_type does not belong on");
      assertThat(
              reasonOf(
                  record(Topics.event("org.cocreation.registration.seat-taken.v2", "a", "{}"))))
          .isEqualTo("unknown-version: version 2 is not known, 1 is");
    }
    assertThat(meters.get("cocreation.intake.records").tag("outcome", "skipped").counter().count())
        .isEqualTo(2);
  }

  @Test
  void aNullValueIsATombstoneOnlyWhereOneIsExpected() {
    assertThat(reasonOf(record(Topics.event(Seat.TAKEN, "a", null)))).startsWith("no-value");

    dead.clear();
    intake.take(
        List.of(record(new ProducerRecord<>("registration.contacts", Topics.bytes("r1"), null))));

    assertThat(dead).isEmpty();
    assertThat(erased).containsExactly("r1");
  }

  @Test
  void whatTheHandlerRefusesIsFoundByHalving() {
    AtomicInteger calls = new AtomicInteger();
    List<String> passed = new ArrayList<>();
    Intake halving =
        new IntakeBuilder.Factory(
                new IntakeParts(
                    (name, bad) -> dead.addAll(bad), meters, Milestones.UNWATCHED, Set.of()))
            .intake("halving")
            .on(
                Seat.TAKEN,
                Body.class,
                (List<Event<Body>> batch) -> {
                  calls.incrementAndGet();
                  if (batch.stream().anyMatch(event -> event.body().number() == 77)) {
                    throw new IllegalArgumentException("77");
                  }
                  batch.forEach(event -> passed.add(event.subject()));
                })
            .build();
    List<ConsumerRecord<byte[], byte[]>> poll = new ArrayList<>();
    for (int number = 0; number < 100; number++) {
      poll.add(taken("k" + number, number));
    }

    halving.take(poll);

    assertThat(passed)
        .hasSize(99)
        .doesNotContain("k77")
        .isEqualTo(poll.stream().map(Topics::key).filter(key -> !key.equals("k77")).toList());
    assertThat(dead)
        .singleElement()
        .satisfies(bad -> assertThat(bad.reason()).isEqualTo(Reason.HANDLER_FAILED));
    assertThat(calls.get()).isLessThan(20);
  }

  @Test
  void troubleThatPassesBringsTheBatchAgainAndCondemnsNothing() {
    for (RuntimeException passing :
        List.of(
            new DataAccessResourceFailureException("away"),
            new IllegalStateException(
                new MongoSocketReadException("reset", new ServerAddress("localhost"))),
            new org.apache.kafka.common.errors.TimeoutException("away"),
            new ConcurrentChangeException("seats", "a", 20),
            new TransientFailureException("later"))) {
      trouble = passing;
      assertThatThrownBy(() -> intake.take(List.of(taken("a", 1)))).isSameAs(passing);
    }
    assertThat(dead).isEmpty();

    trouble = null;
    intake.take(List.of(taken("a", 1)));
    assertThat(taken).containsExactly("a1");
  }

  @Test
  void whileTheDeadLetterTopicIsAwayNothingIsCommitted() {
    Intake stuck =
        intake(
            (name, bad) -> {
              throw new TransientFailureException("away");
            });

    assertThatThrownBy(() -> stuck.take(List.of(taken("a", 1), json("{"))))
        .isInstanceOf(TransientFailureException.class);
  }

  @Test
  void aTracePassesToWhatAnEventCausesAndToNothingElse() {
    Map<String, @Nullable String> traces = new HashMap<>();
    Traces own = new Traces(() -> "of the request");
    Intake tracing =
        named("tracing")
            .on(
                Seat.TAKEN,
                Body.class,
                (List<Event<Body>> batch) ->
                    batch.forEach(
                        event -> {
                          traces.put(event.subject(), own.of(event.id()));
                          traces.put(
                              event.subject() + " derived", own.of(event.id() + ":reminder:r1"));
                          traces.put("none", own.of(null));
                        }))
            .build();
    ConsumerRecord<byte[], byte[]> a = taken("a", 1);
    a.headers().add("traceparent", Topics.bytes("trace-a"));
    ConsumerRecord<byte[], byte[]> b = taken("b", 1);
    b.headers().add("traceparent", Topics.bytes("trace-b"));

    tracing.take(List.of(a, b));

    assertThat(traces)
        .containsEntry("a", "trace-a")
        .containsEntry("a derived", "trace-a")
        .containsEntry("b", "trace-b")
        .containsEntry("none", null);
    assertThat(own.of(null)).isEqualTo("of the request");
  }

  @Test
  void aMessageWithoutWholeRecordsIsRefusedLoudly() {
    assertThatThrownBy(() -> intake.accept(new GenericMessage<>(List.of(new byte[0]))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("whole records");
  }

  @Test
  void aTypeIsHandledOnceAndHasTheFormOfOne() {
    IntakeBuilder builder =
        new IntakeBuilder(
            "x", new IntakeParts((name, bad) -> {}, meters, Milestones.UNWATCHED, Set.of()));
    builder.on(Seat.TAKEN, Body.class, batch -> {});

    assertThatThrownBy(() -> builder.on(Seat.TAKEN, Body.class, batch -> {}))
        .hasMessageContaining("already");
    assertThatThrownBy(() -> builder.on("seat-taken", Body.class, batch -> {}))
        .hasMessageContaining("org.cocreation");
  }

  @Test
  void aContractTestCanReadWhatAHandlerWouldGet() {
    assertThat(
            intake.read(
                Seat.TAKEN,
                Topics.bytes("{\"seatId\":\"a\",\"number\":1,\"choices\":[],\"new\":{}}")))
        .isEqualTo(new Body("a", 1, null, List.of()));
    assertThatThrownBy(() -> intake.read(Seat.TAKEN, Topics.bytes("{}")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(intake.types()).containsExactlyInAnyOrder(Seat.TAKEN, GONE);
  }
}
