package org.cocreation.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
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
    @Nullable String body,
    @Nullable String traceparent) {

  static OutboxEntry of(Document document) {
    return new OutboxEntry(
        document.getString("id"),
        document.getString("topic"),
        document.getString("type"),
        document.getString("key"),
        document.getDate("occurredAt").toInstant(),
        document.getString("body"),
        document.getString("traceparent"));
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
    return body == null ? null : body.getBytes(StandardCharsets.UTF_8);
  }

  int size() {
    return 200 + (body == null ? 0 : body.length());
  }
}
