package org.cocreation.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends bad records to the service's dead-letter topic: value and headers as they came, and in
 * headers of our own where they came from, when and why. A record of a topic with personal data
 * goes without its value and without the handler's words.
 */
final class DeadLetterSender implements DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterSender.class);
  private static final int LARGEST = 900_000;
  private static final int LONGEST_DETAIL = 2_000;
  private static final long PATIENCE_SECONDS = 15;

  private final EventSender sender;
  private final String topic;
  private final Set<String> personal;
  private final Clock clock;

  DeadLetterSender(EventSender sender, String topic, Set<String> personal, Clock clock) {
    this.sender = sender;
    this.topic = topic;
    this.personal = Set.copyOf(personal);
    this.clock = clock;
  }

  @Override
  public void send(String intake, List<BadRecord> bad) {
    List<Future<RecordMetadata>> sends = new ArrayList<>(bad.size());
    try {
      for (BadRecord one : bad) {
        sends.add(sender.send(letter(intake, one, false)));
      }
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      for (int i = 0; i < sends.size(); i++) {
        if (!acknowledged(sends.get(i), deadline)
            && !acknowledged(sender.send(letter(intake, bad.get(i), true)), deadline)) {
          throw new TransientFailureException(
              "Not even a letter without a value is taken by " + topic);
        }
        BadRecord one = bad.get(i);
        log.warn("Dead letter: {}: {}", one.record().place(), one.reason().code());
      }
    } catch (KafkaException | IllegalStateException | ExecutionException | TimeoutException away) {
      throw new TransientFailureException(
          "The dead-letter topic took not every bad record: " + topic, away);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new TransientFailureException(
          "Stopped while bad records were sent to " + topic, stopped);
    }
  }

  /** False when it is too large for the broker, whatever is tried. */
  private static boolean acknowledged(Future<RecordMetadata> send, long deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      send.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RecordTooLargeException) {
        return false;
      }
      throw failed;
    }
  }

  private ProducerRecord<byte[], byte[]> letter(String intake, BadRecord bad, boolean bare) {
    IncomingRecord record = bad.record();
    boolean withheld = personal.contains(record.topic());
    byte[] value = record.value();
    int size = value == null ? 0 : value.length;
    for (Header header : record.raw().headers()) {
      size += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    boolean whole = !bare && size <= LARGEST;
    Headers headers = new RecordHeaders();
    if (whole) {
      record.raw().headers().forEach(headers::add);
    }
    add(headers, DeadLetterHeaders.INTAKE, intake);
    add(headers, DeadLetterHeaders.TOPIC, record.topic());
    add(headers, DeadLetterHeaders.PARTITION, Integer.toString(record.raw().partition()));
    add(headers, DeadLetterHeaders.OFFSET, Long.toString(record.raw().offset()));
    add(headers, DeadLetterHeaders.REASON, bad.reason().code());
    add(headers, DeadLetterHeaders.DETAIL, detail(bad, withheld));
    add(headers, DeadLetterHeaders.AT, clock.instant().toString());
    String without = withheld ? "personal-data" : whole ? "" : "too-large";
    if (!without.isEmpty()) {
      add(headers, DeadLetterHeaders.WITHHELD, without);
    }
    if (value == null) {
      add(headers, DeadLetterHeaders.TOMBSTONE, "true");
    }
    return new ProducerRecord<>(
        topic, null, record.raw().key(), without.isEmpty() ? value : null, headers);
  }

  private static String detail(BadRecord bad, boolean withheld) {
    if (withheld && bad.reason() == Reason.HANDLER_FAILED) {
      int end = bad.detail().indexOf(':');
      return end < 0 ? bad.detail() : bad.detail().substring(0, end);
    }
    return bad.detail().length() <= LONGEST_DETAIL
        ? bad.detail()
        : bad.detail().substring(0, LONGEST_DETAIL);
  }

  private static void add(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
