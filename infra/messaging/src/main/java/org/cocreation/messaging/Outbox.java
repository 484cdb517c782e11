package org.cocreation.messaging;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Turns what a domain decided into the entries that are saved with the aggregate. */
final class Outbox {

  /**
   * The broker takes records of 1 MiB; a body that could never be sent is refused when it is
   * decided.
   */
  static final int LARGEST_BODY = 900_000;

  private final Clock clock;
  private final Traces traces;

  Outbox(Clock clock, Traces traces) {
    this.clock = clock;
    this.traces = traces;
  }

  <E> void add(
      List<OutboxEntry> entries, Announcer<E> announcer, List<E> events, @Nullable String cause) {
    if (events.isEmpty()) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String traceparent = traces.of(cause);
    for (E event : events) {
      for (Announcement announcement : announcer.announce(event)) {
        entries.add(
            new OutboxEntry(
                EventIds.at(now.toEpochMilli()),
                announcement.topic(),
                announcement.type(),
                announcement.key(),
                now,
                json(announcement),
                traceparent));
      }
    }
  }

  private static @Nullable Binary json(Announcement announcement) {
    if (announcement.body() == null) {
      return null;
    }
    byte[] json = WireJson.MAPPER.writeValueAsBytes(announcement.body());
    if (json.length > LARGEST_BODY) {
      throw new IllegalArgumentException(
          "%s about %s is too large to announce: %d bytes, %d allowed"
              .formatted(announcement.type(), announcement.key(), json.length, LARGEST_BODY));
    }
    return new Binary(json);
  }
}
