package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLetterSenderTest {

  /** Refuses the first sends, one for each failure given. */
  private static final class Refusing extends MockProducer<byte[], byte[]> {
    private final List<RuntimeException> failures;
    private int next;

    Refusing(RuntimeException... failures) {
      super(
          true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
      this.failures = List.of(failures);
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
      return next < failures.size()
          ? CompletableFuture.failedFuture(failures.get(next++))
          : super.send(record);
    }
  }

  private static DeadLetterSender sender(MockProducer<byte[], byte[]> producer) {
    return new DeadLetterSender(
        new EventSender(() -> producer, "/attendance"),
        "attendance.dead-letters",
        Set.of("registration.contacts"),
        Clock.fixed(StoreFixture.NOW, ZoneOffset.UTC));
  }

  private static BadRecord bad(String topic, String value, Reason reason, String detail) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_type", "garbage".getBytes(StandardCharsets.UTF_8));
    return new BadRecord(
        new IncomingRecord(
            new ConsumerRecord<>(
                topic,
                2,
                41,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                Topics.bytes("r1"),
                value.getBytes(StandardCharsets.UTF_8),
                headers,
                Optional.empty())),
        reason,
        detail);
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Test
  void aLetterHoldsTheRecordAndWhereWhenAndWhy() {
    Refusing producer = new Refusing();

    sender(producer)
        .send(
            "attendance",
            List.of(bad("registration.events", "{", Reason.UNREADABLE_BODY, "line 1")));

    ProducerRecord<byte[], byte[]> letter = producer.history().get(0);
    assertThat(letter.topic()).isEqualTo("attendance.dead-letters");
    assertThat(letter.key()).isEqualTo(Topics.bytes("r1"));
    assertThat(letter.value()).isEqualTo(Topics.bytes("{"));
    assertThat(header(letter, "ce_type")).isEqualTo("garbage");
    assertThat(header(letter, "dead-letter-intake")).isEqualTo("attendance");
    assertThat(header(letter, "dead-letter-topic")).isEqualTo("registration.events");
    assertThat(header(letter, "dead-letter-partition")).isEqualTo("2");
    assertThat(header(letter, "dead-letter-offset")).isEqualTo("41");
    assertThat(header(letter, "dead-letter-reason")).isEqualTo("unreadable-body");
    assertThat(header(letter, "dead-letter-at")).isEqualTo("2020-02-13T16:30:00Z");
  }

  @Test
  void personalDataNeverGetsIntoALetter() {
    Refusing producer = new Refusing();

    sender(producer)
        .send(
            "attendance",
            List.of(
                bad(
                    "registration.contacts",
                    "{\"name\":\"Ana\"}",
                    Reason.HANDLER_FAILED,
                    "java.lang.Exception: Ana")));

    ProducerRecord<byte[], byte[]> letter = producer.history().get(0);
    assertThat(letter.value()).isNull();
    assertThat(header(letter, "dead-letter-detail")).isEqualTo("java.lang.Exception");
    assertThat(header(letter, "dead-letter-withheld")).isEqualTo("personal-data");
    assertThat(letter.headers())
        .noneMatch(header -> new String(header.value(), StandardCharsets.UTF_8).contains("Ana"));
  }

  @Test
  void whatIsTooLargeToSendTwiceStaysWhereItIs() {
    Refusing producer = new Refusing();

    sender(producer)
        .send(
            "attendance",
            List.of(
                bad("registration.events", "x".repeat(1_000_000), Reason.UNREADABLE_BODY, "big")));

    ProducerRecord<byte[], byte[]> letter = producer.history().get(0);
    assertThat(letter.value()).isNull();
    assertThat(header(letter, "dead-letter-withheld")).isEqualTo("too-large");
    assertThat(header(letter, "dead-letter-offset")).isEqualTo("41");
  }

  @Test
  void aBrokerWithASmallerLimitGetsTheBareLetter() {
    Refusing producer = new Refusing(new RecordTooLargeException("limit"));

    sender(producer)
        .send(
            "attendance",
            List.of(bad("registration.events", "{", Reason.UNREADABLE_BODY, "line 1")));

    assertThat(producer.history())
        .singleElement()
        .satisfies(letter -> assertThat(letter.value()).isNull());
  }

  @Test
  void aTopicThatTakesNotEvenTheBareLetterIsTroubleThatPasses() {
    Refusing producer =
        new Refusing(new RecordTooLargeException("limit"), new RecordTooLargeException("limit"));

    assertThatThrownBy(
            () ->
                sender(producer)
                    .send(
                        "attendance",
                        List.of(bad("registration.events", "{", Reason.UNREADABLE_BODY, "1"))))
        .isInstanceOf(TransientFailureException.class)
        .matches(Transience::isTransient);
  }

  @Test
  void aTopicThatIsAwayIsTroubleThatPasses() {
    Refusing producer = new Refusing(new TimeoutException("away"));

    assertThatThrownBy(
            () ->
                sender(producer)
                    .send(
                        "attendance",
                        List.of(
                            bad("registration.events", "{", Reason.UNREADABLE_BODY, "1"),
                            bad("registration.events", "{", Reason.UNREADABLE_BODY, "2"))))
        .isInstanceOf(TransientFailureException.class)
        .matches(Transience::isTransient);
  }
}
