package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.cocreation.messaging.AttendanceApplication.Arrived;
import org.cocreation.messaging.Seat.SeatEvent;
import org.cocreation.testing.backing.WithBackingServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DataAccessResourceFailureException;

/** One fact's whole way on a real broker and store: saved, sent, taken in. */
@SpringBootTest(classes = AttendanceApplication.class, webEnvironment = WebEnvironment.NONE)
@WithBackingServices
class WholeWayTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired AggregateStore<Seat, SeatEvent> seats;
  @Autowired AggregateStore<Seat, SeatEvent> echoes;
  @Autowired AggregateStores stores;
  @Autowired Arrived arrived;
  @Autowired DeadLettersEndpoint endpoint;
  @Autowired MeterRegistry meters;
  @Autowired StoreHealth store;
  @Autowired BrokerHealth broker;

  private final Topics topics = new Topics();
  private final String seat = "seat-" + UUID.randomUUID();

  @AfterEach
  void close() {
    arrived.first = batch -> {};
    topics.close();
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    return Topics.all("attendance.dead-letters").stream()
        .filter(record -> record.key() != null && Topics.key(record).startsWith(seat))
        .toList();
  }

  private List<DeadLetter> replayed(String id) {
    return Objects.requireNonNull(endpoint.replay(id)).items();
  }

  @Test
  void aSavedEventIsSentTakenInAndGoneFromTheOutbox() {
    seats.change(seat, before -> Seat.taken(before, seat));

    await().atMost(SOON).until(() -> echoes.find(seat).isPresent());
    assertThat(arrived.about(seat))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo(Seat.TAKEN);
              assertThat(event.source()).isEqualTo("/attendance");
              assertThat(event.body()).isEqualTo(new Seat.TakenBody(seat, 1));
            });
    await()
        .atMost(SOON)
        .until(
            () ->
                stores
                    .collection("seats")
                    .find(new org.bson.Document("_id", seat))
                    .first()
                    .getList("outbox", Object.class)
                    .isEmpty());
  }

  @Test
  void traceContextGoesFromTheRequestOverTwoHops() {
    seats.change(seat, before -> Seat.taken(before, seat));

    await()
        .atMost(SOON)
        .until(
            () ->
                Topics.all("attendance.events").stream()
                    .anyMatch(echo -> Topics.key(echo).equals(seat)));
    assertThat(Topics.all("attendance.events"))
        .filteredOn(echo -> Topics.key(echo).equals(seat))
        .allSatisfy(
            echo ->
                assertThat(Topics.header(echo, "traceparent"))
                    .isEqualTo("00-" + AttendanceApplication.TRACE_ID + "-b7ad6b7169203331-01"));
  }

  @Test
  void aTombstoneIsSentAsOneAndSeenAsOne() {
    seats.change(seat, before -> Seat.taken(before, seat));
    seats.change(
        seat,
        before -> Decision.erased(List.of(new SeatEvent.Removed(new Seat.SeatId(seat))), "gone"));

    await().atMost(SOON).until(() -> arrived.erased.contains(seat));
  }

  @Test
  void theSameEventDeliveredTwiceHasItsEffectOnce() {
    ProducerRecord<byte[], byte[]> event = Topics.taken(seat, 1);
    topics.send(List.of(event, event));
    topics.send(List.of(event, Topics.taken(seat, 2)));

    await().atMost(SOON).until(() -> echoes.find(seat).map(Seat::taken).orElse(0) == 2);
    await().atMost(SOON).until(() -> arrived.about(seat).size() == 4);
    assertThat(echoes.find(seat).orElseThrow().taken()).isEqualTo(2);
  }

  @Test
  void eachPoisonedRecordGoesAloneToTheDeadLettersAndItsNeighboursPass() {
    ProducerRecord<byte[], byte[]> wrongType = Topics.taken(seat, 0);
    wrongType
        .headers()
        .remove("ce_type")
        .add("ce_type", Topics.bytes("org.cocreation.attendance.seat-taken.v1"));
    ProducerRecord<byte[], byte[]> noType = Topics.taken(seat, 0);
    noType.headers().remove("ce_type");
    String mebibyte = "\"" + "x".repeat(1_000_000) + "\"";
    List<ProducerRecord<byte[], byte[]>> poll = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> poison :
        List.of(
            Topics.event(Seat.TAKEN, seat, "{\"seatId\":\"%s\",\"number\":".formatted(seat)),
            Topics.event("org.cocreation.registration.seat-taken.v9", seat, "{}"),
            Topics.event(Seat.TAKEN, seat, null),
            wrongType,
            noType,
            Topics.event(Seat.TAKEN, seat, mebibyte),
            Topics.event(Seat.TAKEN, seat, "{\"number\":1}"))) {
      poll.add(Topics.taken(seat, poll.size()));
      poll.add(poison);
    }
    poll.add(Topics.event("org.cocreation.registration.something-new.v1", seat, "{}"));
    poll.add(Topics.taken(seat, 99));
    topics.send(poll);

    await().atMost(SOON).until(() -> echoes.find(seat).map(Seat::taken).orElse(0) == 8);
    await().atMost(SOON).until(() -> deadLetters().size() == 7);
    assertThat(arrived.about(seat))
        .extracting(event -> event.body().number())
        .containsExactly(0, 2, 4, 6, 8, 10, 12, 99);
    assertThat(deadLetters())
        .extracting(letter -> Topics.header(letter, "dead-letter-reason"))
        .containsExactly(
            "unreadable-body",
            "unknown-version",
            "no-value",
            "bad-headers",
            "bad-headers",
            "unreadable-body",
            "unreadable-body");
    assertThat(deadLetters().get(0))
        .satisfies(
            letter -> {
              assertThat(Topics.value(letter))
                  .isEqualTo("{\"seatId\":\"%s\",\"number\":".formatted(seat));
              assertThat(Topics.header(letter, "ce_type")).isEqualTo(Seat.TAKEN);
              assertThat(Topics.header(letter, "dead-letter-topic")).isEqualTo(Seat.TOPIC);
              assertThat(Topics.header(letter, "dead-letter-detail"))
                  .contains("line 1")
                  .doesNotContain(seat);
            });
    assertThat(Topics.header(deadLetters().get(6), "dead-letter-detail"))
        .isEqualTo("seatId is missing");
  }

  @Test
  void aRecordThatTheHandlerRefusesGoesAloneAndTheRestOfItsBatchPasses() {
    arrived.first =
        batch -> {
          if (batch.stream().anyMatch(event -> event.body().number() == 5)) {
            throw new IllegalStateException("number 5 is broken");
          }
        };
    List<ProducerRecord<byte[], byte[]>> poll = new ArrayList<>();
    for (int number = 1; number <= 9; number++) {
      poll.add(Topics.taken(seat, number));
    }
    topics.send(poll);

    await().atMost(SOON).until(() -> echoes.find(seat).map(Seat::taken).orElse(0) == 8);
    assertThat(arrived.about(seat))
        .extracting(event -> event.body().number())
        .containsExactly(1, 2, 3, 4, 6, 7, 8, 9);
    assertThat(deadLetters())
        .singleElement()
        .satisfies(
            letter ->
                assertThat(Topics.header(letter, "dead-letter-detail"))
                    .contains("number 5 is broken"));
  }

  @Test
  void whileTheStoreIsAwayTheBatchComesAgainAndNothingIsSkipped() {
    AtomicInteger tries = new AtomicInteger();
    arrived.first =
        batch -> {
          if (tries.incrementAndGet() <= 5) {
            throw new DataAccessResourceFailureException("away", new MongoTimeoutException("away"));
          }
        };
    topics.send(List.of(Topics.taken(seat, 1), Topics.taken(seat, 2), Topics.taken(seat, 3)));

    await().atMost(SOON).until(() -> echoes.find(seat).map(Seat::taken).orElse(0) == 3);
    assertThat(tries.get()).isGreaterThan(5);
    assertThat(deadLetters()).isEmpty();
    assertThat(arrived.about(seat))
        .extracting(event -> event.body().number())
        .containsExactly(1, 2, 3);
  }

  @Test
  void aDeadLetterReplayedAfterANewerEventHasItsEffectOnceAndIsRecorded() {
    arrived.first =
        batch -> {
          if (batch.stream().anyMatch(event -> event.body().number() == 1)) {
            throw new IllegalStateException("not yet");
          }
        };
    topics.send(List.of(Topics.taken(seat, 1), Topics.taken(seat, 2)));
    await().atMost(SOON).until(() -> echoes.find(seat).map(Seat::taken).orElse(0) == 1);
    await().atMost(SOON).until(() -> deadLetters().size() == 1);
    DeadLetter letter =
        endpoint.letters().items().stream()
            .filter(one -> seat.equals(one.key()))
            .findFirst()
            .orElseThrow();
    assertThat(letter.reason()).isEqualTo("handler-failed");
    assertThat(letter.replayedAt()).isNull();
    assertThat(letter.type()).isEqualTo(Seat.TAKEN);
    assertThat(letter.from()).startsWith("registration.events-");
    assertThat(Objects.requireNonNull(endpoint.letter(letter.id())).value())
        .contains("\"number\":1");

    DeadLetter bad = replayed(letter.id()).get(0);
    assertThat(bad.outcome()).isEqualTo("dead-again");
    assertThat(deadLetters()).hasSize(2);

    arrived.first = batch -> {};
    DeadLetter done = replayed(letter.id()).get(0);
    assertThat(done.outcome()).isEqualTo("done");
    assertThat(done.replayedAt()).isNotNull();
    assertThat(echoes.find(seat).orElseThrow().taken()).isEqualTo(2);

    endpoint.replay(letter.id());
    assertThat(echoes.find(seat).orElseThrow().taken()).isEqualTo(2);
    assertThat(replayed("all")).extracting(DeadLetter::id).doesNotContain(letter.id());
    assertThat(endpoint.letters().items())
        .allMatch(one -> one.replayedAt() != null || !seat.equals(one.key()));
  }

  @Test
  void aDeadLetterOfContactsHoldsNoValueAndIsReplayedFromItsTopic() {
    ProducerRecord<byte[], byte[]> contact =
        new ProducerRecord<>(
            "registration.contacts",
            null,
            Topics.bytes(seat),
            Topics.bytes("{\"name\":\"Ana Invented\""),
            Topics.event("org.cocreation.registration.contact.v2", seat, "{}").headers());
    contact.headers().remove("ce_type");
    topics.send(List.of(contact));

    await().atMost(SOON).until(() -> deadLetters().size() == 1);
    assertThat(deadLetters().get(0).value()).isNull();
    DeadLetter letter =
        endpoint.letters().items().stream()
            .filter(one -> seat.equals(one.key()))
            .findFirst()
            .orElseThrow();
    assertThat(letter.withheld()).isEqualTo("personal-data");
    assertThat(replayed(letter.id()).get(0).outcome()).isEqualTo("dead-again");
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(endpoint.letter("0-99999999")).isNull();
    assertThat(endpoint.letter("nonsense")).isNull();
    assertThat(endpoint.replay("7-1")).isNull();
  }

  @Test
  void consumersReportTheirLagAndTheServiceIsHealthy() {
    topics.send(List.of(Topics.taken(seat, 1)));
    await().atMost(SOON).until(() -> echoes.find(seat).isPresent());

    assertThat(meters.find("kafka.consumer.fetch.manager.records.lag.max").gauges()).isNotEmpty();
    assertThat(meters.find("spring.cloud.stream.binder.kafka.offset").gauges()).isEmpty();
    assertThat(meters.get("cocreation.intake.batch").timer().count()).isPositive();
    assertThat(store.health().getStatus()).isEqualTo(Status.UP);
    assertThat(broker.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void aPollIsHandedOverInOnePiece() {
    List<ProducerRecord<byte[], byte[]>> many = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      many.add(Topics.taken(seat + "-" + i % 40, i));
    }
    topics.send(many);

    await().atMost(SOON).until(() -> echoes.find(seat + "-39").map(Seat::taken).orElse(0) == 10);
    assertThat(arrived.batchSizes).anyMatch(size -> size > 50);
  }
}
