package org.cocreation.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * Takes a poll of records in: at least once as delivered, exactly once in effect, one commit for
 * the batch.
 *
 * <p>Records are handed over by type, in order for each key. A bad record goes, alone, to the
 * service's dead letters before the batch is committed. When the store or the broker is away
 * nothing is skipped: this throws, and the container brings the batch again until it passes. An
 * unknown type of a known service is left alone, so that producers can add facts.
 */
public final class Intake implements Consumer<Message<List<byte[]>>> {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final String TOMBSTONE = "tombstone of ";

  /** More names than this of events that are left alone are not kept: no service tells as many. */
  private static final int MOST_LEFT_ALONE = 200;

  private final String name;
  private final Map<String, Subscription<?>> subscriptions;
  private final Map<String, EventType> types = new HashMap<>();

  /** Those that came and are left alone, so that the next of them is passed over at once. */
  private final Map<String, EventType> leftAlone = new ConcurrentHashMap<>();

  private final Map<String, Consumer<List<String>>> tombstones;
  private final EventTimes times = new EventTimes();
  private final IntakeParts parts;
  private final Timer batches;
  private final Counter handled;
  private final Counter skipped;
  private final Counter dead;
  private final Counter again;

  Intake(
      String name,
      Map<String, Subscription<?>> subscriptions,
      Map<String, Consumer<List<String>>> tombstones,
      IntakeParts parts) {
    this.name = name;
    this.subscriptions = Map.copyOf(subscriptions);
    for (String handled : subscriptions.keySet()) {
      EventType type = EventType.parse(handled);
      if (type != null) {
        types.put(handled, type);
      }
    }
    this.tombstones = Map.copyOf(tombstones);
    this.parts = parts;
    this.batches =
        Timer.builder("cocreation.intake.batch")
            .description("Time to take in one poll")
            .tag("intake", name)
            .register(parts.meters());
    this.handled = records("handled");
    this.skipped = records("skipped");
    this.dead = records("dead");
    this.again =
        Counter.builder("cocreation.intake.batches.again")
            .description("Polls that are brought again because the store or the broker was away")
            .tag("intake", name)
            .register(parts.meters());
  }

  private Counter records(String outcome) {
    return Counter.builder("cocreation.intake.records")
        .description("Records taken in, by what became of them")
        .tag("intake", name)
        .tag("outcome", outcome)
        .register(parts.meters());
  }

  /** The intake's name, usually the service's. */
  public String name() {
    return name;
  }

  /** The types of event that are handled. */
  public Set<String> types() {
    return subscriptions.keySet();
  }

  /** The topics whose tombstones are handled. */
  public Set<String> tombstoneTopics() {
    return tombstones.keySet();
  }

  /**
   * The body that the handler of {@code type} would get; for tests of the contract.
   *
   * @throws IllegalArgumentException when the type is not handled or the JSON is not what the
   *     consumer can read
   */
  public Object read(String type, byte[] json) {
    Subscription<?> subscription = subscriptions.get(type);
    if (subscription == null) {
      throw new IllegalArgumentException(type + " is not handled by " + name);
    }
    try {
      return Objects.requireNonNull(subscription.reader().read(json));
    } catch (BadRecordException bad) {
      throw new IllegalArgumentException(type + ": " + bad.getMessage(), bad);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public void accept(Message<List<byte[]>> poll) {
    Object records = poll.getHeaders().get(KafkaHeaders.RAW_DATA);
    if (!(records instanceof List<?>)) {
      throw new IllegalStateException(
          "An intake takes whole records: leave the binding's converter and batch mode as messaging sets them");
    }
    take((List<ConsumerRecord<byte[], byte[]>>) records);
  }

  /** Takes records in, as if they had just been polled. */
  public void take(List<ConsumerRecord<byte[], byte[]>> records) {
    takeIn(records);
  }

  /** Takes a dead letter's record in again; false when it is bad again. */
  boolean replay(ConsumerRecord<byte[], byte[]> record) {
    return takeIn(List.of(record)) == 0;
  }

  private int takeIn(List<ConsumerRecord<byte[], byte[]>> records) {
    Timer.Sample sample = Timer.start();
    try {
      List<BadRecord> bad = new ArrayList<>();
      List<Prepared> prepared = new ArrayList<>(records.size());
      for (ConsumerRecord<byte[], byte[]> record : records) {
        prepare(new IncomingRecord(record), prepared, bad);
      }
      int unknown = records.size() - prepared.size() - bad.size();
      for (List<Prepared> segment : Segments.of(prepared, Prepared::key, Prepared::kind)) {
        handle(segment, bad);
      }
      if (!bad.isEmpty()) {
        parts.milestones().reached(Milestone.BEFORE_DEAD_LETTERS);
        parts.deadLetters().send(name, bad);
      }
      parts.milestones().reached(Milestone.HANDLED);
      skipped.increment(unknown);
      dead.increment(bad.size());
      handled.increment(records.size() - unknown - bad.size());
      return bad.size();
    } catch (RuntimeException trouble) {
      again.increment();
      log.warn("{} records come again to {}: {}", records.size(), name, trouble.toString());
      throw trouble;
    } finally {
      sample.stop(batches);
    }
  }

  private void prepare(IncomingRecord record, List<Prepared> prepared, List<BadRecord> bad) {
    try {
      Prepared one = record.value() == null ? tombstone(record) : event(record);
      if (one != null) {
        prepared.add(one);
      }
    } catch (BadRecordException reason) {
      bad.add(new BadRecord(record, reason.reason(), String.valueOf(reason.getMessage())));
    }
  }

  private Prepared tombstone(IncomingRecord record) {
    if (!tombstones.containsKey(record.topic())) {
      throw new BadRecordException(
          Reason.NO_VALUE, "there is no value, and no tombstone is expected here");
    }
    return new Prepared(record, record.requiredKey(), TOMBSTONE + record.topic(), null);
  }

  private @Nullable Prepared event(IncomingRecord record) {
    String named = record.required(CloudEventHeaders.TYPE);
    EventType type = type(named);
    if (type == null || !type.belongsOn(record.topic())) {
      throw new BadRecordException(
          Reason.BAD_HEADERS, CloudEventHeaders.TYPE + " does not belong on " + record.topic());
    }
    Subscription<?> subscription = subscriptions.get(named);
    if (subscription == null) {
      leaveAlone(named, type);
      return null;
    }
    return new Prepared(
        record, record.requiredKey(), named, read(record, named, subscription.reader()));
  }

  private @Nullable EventType type(String named) {
    EventType known = types.get(named);
    if (known == null) {
      known = leftAlone.get(named);
    }
    return known == null ? EventType.parse(named) : known;
  }

  private void leaveAlone(String named, EventType type) {
    if (leftAlone.containsKey(named)) {
      return;
    }
    for (EventType handled : types.values()) {
      if (handled.isAboutTheSameFactAs(type)) {
        throw new BadRecordException(
            Reason.UNKNOWN_VERSION,
            "version %d is not known, %d is".formatted(type.version(), handled.version()));
      }
    }
    if (leftAlone.size() < MOST_LEFT_ALONE) {
      leftAlone.put(named, type);
    }
  }

  private <B> Event<B> read(IncomingRecord record, String type, BodyReader<B> reader) {
    String version = record.header(CloudEventHeaders.SPECVERSION);
    if (version != null && !version.startsWith("1.")) {
      throw new BadRecordException(
          Reason.BAD_HEADERS, CloudEventHeaders.SPECVERSION + " is not 1.0");
    }
    String subject = record.header(CloudEventHeaders.SUBJECT);
    return new Event<>(
        record.required(CloudEventHeaders.ID),
        type,
        record.required(CloudEventHeaders.SOURCE),
        subject == null ? record.requiredKey() : subject,
        times.of(record),
        record.header(CloudEventHeaders.TRACEPARENT),
        reader.read(Objects.requireNonNull(record.value())));
  }

  /**
   * Hands a segment over; where it fails for good, halves it until the record at fault stands
   * alone.
   */
  private void handle(List<Prepared> segment, List<BadRecord> bad) {
    try {
      handOver(segment);
    } catch (RuntimeException | StackOverflowError failure) {
      if (Transience.isTransient(failure)) {
        throw failure;
      }
      if (segment.size() == 1) {
        Prepared one = segment.get(0);
        logRefused(one, failure);
        bad.add(new BadRecord(one.record(), Reason.HANDLER_FAILED, failure.toString()));
        return;
      }
      int half = segment.size() / 2;
      handle(segment.subList(0, half), bad);
      handle(segment.subList(half, segment.size()), bad);
    }
  }

  /** Without the exception's words where they could be about a person. */
  private void logRefused(Prepared one, Throwable failure) {
    boolean personal = parts.personal(one.record().topic());
    log.warn(
        "{} at {} was refused by its handler: {}",
        one.kind(),
        one.record().place(),
        personal ? failure.getClass().getName() : failure.toString(),
        personal ? null : failure);
  }

  private void handOver(List<Prepared> segment) {
    Prepared first = segment.get(0);
    if (first.event() == null) {
      List<String> keys = segment.stream().map(Prepared::key).toList();
      Objects.requireNonNull(tombstones.get(first.record().topic())).accept(keys);
      return;
    }
    Map<String, String> traceparents = new HashMap<>();
    for (Prepared one : segment) {
      Event<?> event = one.event();
      if (event != null && event.traceparent() != null) {
        traceparents.put(event.id(), event.traceparent());
      }
    }
    Subscription<?> subscription = Objects.requireNonNull(subscriptions.get(first.kind()));
    Traces.within(traceparents, () -> handOver(subscription, segment));
  }

  @SuppressWarnings("unchecked")
  private static <B> void handOver(Subscription<B> subscription, List<Prepared> segment) {
    List<Event<B>> events = new ArrayList<>(segment.size());
    segment.forEach(one -> events.add((Event<B>) Objects.requireNonNull(one.event())));
    subscription.handler().accept(events);
  }

  /** A record that can be handed over: an event, or a tombstone when there is none. */
  private record Prepared(
      IncomingRecord record, String key, String kind, @Nullable Event<?> event) {}
}
