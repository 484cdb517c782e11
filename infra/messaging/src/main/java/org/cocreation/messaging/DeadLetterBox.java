package org.cocreation.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A service's dead letters: lists them, explains one, and replays one into the intake that gave it
 * up.
 *
 * <p>A replay is safe after newer events of the same key: it is one more delivery of an old event,
 * which every handler has to stand anyway. What came of it is kept in the store.
 */
final class DeadLetterBox {

  private static final String REPLAYS = "dead-letter-replays";
  private static final Pattern ID = Pattern.compile("(\\d{1,9})-(\\d{1,18})");
  private static final int MOST = 1_000;

  private final DeadLetterTopic topic;
  private final AggregateStores stores;
  private final IntakeParts parts;
  private final Clock clock;

  DeadLetterBox(DeadLetterTopic topic, AggregateStores stores, IntakeParts parts, Clock clock) {
    this.topic = topic;
    this.stores = stores;
    this.parts = parts;
    this.clock = clock;
  }

  /** The newest letters, newest first. */
  List<DeadLetter> list() {
    List<ConsumerRecord<byte[], byte[]>> letters = topic.newest(MOST);
    List<String> ids = letters.stream().map(DeadLetterBox::id).toList();
    Map<String, Document> replays = new HashMap<>();
    stores
        .collection(REPLAYS)
        .find(Filters.in("_id", ids))
        .forEach(replay -> replays.put(replay.getString("_id"), replay));
    List<DeadLetter> list = new ArrayList<>();
    letters.forEach(letter -> list.add(explained(letter, replays.get(id(letter)), false)));
    Collections.reverse(list);
    return list;
  }

  /** One letter with its value. */
  Optional<DeadLetter> find(String id) {
    return Optional.ofNullable(letter(id)).map(letter -> explained(letter, replayOf(id), true));
  }

  /** How many letters were not yet replayed. */
  long waiting() {
    return Math.max(0, topic.size() - stores.collection(REPLAYS).estimatedDocumentCount());
  }

  /** Replays one letter, whether it was replayed before or not. */
  Optional<DeadLetter> replay(String id) {
    ConsumerRecord<byte[], byte[]> letter = letter(id);
    if (letter == null) {
      return Optional.empty();
    }
    ConsumerRecord<byte[], byte[]> original = original(letter);
    String outcome = "gone";
    if (original != null) {
      outcome = intakeOf(new IncomingRecord(letter)).replay(original) ? "done" : "dead-again";
    }
    Document replay =
        new Document("_id", id).append("at", Date.from(clock.instant())).append("outcome", outcome);
    stores
        .collection(REPLAYS)
        .replaceOne(Filters.eq("_id", id), replay, new ReplaceOptions().upsert(true));
    return Optional.of(explained(letter, replay, false));
  }

  /** Replays, oldest first, every letter that was not replayed before. */
  List<DeadLetter> replayAll() {
    List<DeadLetter> waiting = new ArrayList<>(list());
    waiting.removeIf(letter -> letter.replayedAt() != null);
    Collections.reverse(waiting);
    List<DeadLetter> replayed = new ArrayList<>();
    waiting.forEach(letter -> replay(letter.id()).ifPresent(replayed::add));
    return replayed;
  }

  private @Nullable Document replayOf(String id) {
    return stores.collection(REPLAYS).find(Filters.eq("_id", id)).first();
  }

  private @Nullable ConsumerRecord<byte[], byte[]> letter(String id) {
    Matcher place = ID.matcher(id);
    return place.matches()
        ? topic.letter(Integer.parseInt(place.group(1)), Long.parseLong(place.group(2)))
        : null;
  }

  /**
   * The record as it first came; one whose value was withheld is fetched from where it came from.
   */
  private @Nullable ConsumerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> raw) {
    IncomingRecord letter = new IncomingRecord(raw);
    String from = letter.required(DeadLetterHeaders.TOPIC);
    int partition = Integer.parseInt(letter.required(DeadLetterHeaders.PARTITION));
    long offset = Long.parseLong(letter.required(DeadLetterHeaders.OFFSET));
    if (letter.header(DeadLetterHeaders.WITHHELD) != null) {
      return topic.record(from, partition, offset);
    }
    RecordHeaders headers = new RecordHeaders();
    for (Header header : raw.headers()) {
      if (!header.key().startsWith("dead-letter-")) {
        headers.add(header);
      }
    }
    return new ConsumerRecord<>(
        from,
        partition,
        offset,
        raw.timestamp(),
        TimestampType.CREATE_TIME,
        0,
        0,
        raw.key(),
        raw.value(),
        headers,
        Optional.empty());
  }

  private Intake intakeOf(IncomingRecord letter) {
    String name = letter.header(DeadLetterHeaders.INTAKE);
    for (Intake intake : parts.intakes()) {
      if (intake.name().equals(name)) {
        return intake;
      }
    }
    throw new IllegalStateException("There is no intake " + name + " any more to replay into");
  }

  private static String id(ConsumerRecord<byte[], byte[]> letter) {
    return letter.partition() + "-" + letter.offset();
  }

  private static DeadLetter explained(
      ConsumerRecord<byte[], byte[]> raw, @Nullable Document replay, boolean withValue) {
    IncomingRecord letter = new IncomingRecord(raw);
    return new DeadLetter(
        id(raw),
        letter.header(CloudEventHeaders.TYPE),
        letter.key(),
        known(letter.header(DeadLetterHeaders.REASON)),
        letter.header(DeadLetterHeaders.DETAIL),
        instant(letter.header(DeadLetterHeaders.AT)),
        "%s-%s@%s"
            .formatted(
                known(letter.header(DeadLetterHeaders.TOPIC)),
                known(letter.header(DeadLetterHeaders.PARTITION)),
                known(letter.header(DeadLetterHeaders.OFFSET))),
        known(letter.header(DeadLetterHeaders.INTAKE)),
        letter.header(DeadLetterHeaders.WITHHELD),
        replay == null ? null : replay.getDate("at").toInstant(),
        replay == null ? null : replay.getString("outcome"),
        withValue && raw.value() != null ? new String(raw.value(), StandardCharsets.UTF_8) : null);
  }

  private static String known(@Nullable String value) {
    return value == null ? "unknown" : value;
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}
