package org.cocreation.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits in its aggregate's document until the broker has it.
 *
 * @param body the JSON that was decided, to the byte; {@code null} for a tombstone
 */
record OutboxEntry(
    String id,
    String topic,
    String type,
    String key,
    Instant occurredAt,
    @Nullable Binary body,
    @Nullable String traceparent) {

  static OutboxEntry of(Document document) {
    return new OutboxEntry(
        document.getString("id"),
        document.getString("topic"),
        document.getString("type"),
        document.getString("key"),
        document.getDate("occurredAt").toInstant(),
        body(document.get("body")),
        document.getString("traceparent"));
  }

  /** Entries that an earlier version left have it as a text. */
  private static @Nullable Binary body(@Nullable Object stored) {
    return stored instanceof String text
        ? new Binary(text.getBytes(StandardCharsets.UTF_8))
        : (Binary) stored;
  }

  static List<OutboxEntry> allOf(Document aggregate) {
    List<OutboxEntry> entries = new ArrayList<>();
    List<Document> outbox = aggregate.getList("outbox", Document.class);
    if (outbox != null) {
      outbox.forEach(entry -> entries.add(of(entry)));
    }
    return entries;
  }

  byte @Nullable [] value() {
    return body == null ? null : body.getData();
  }

  int size() {
    return 200 + (body == null ? 0 : body.length());
  }
}
