package org.cocreation.notification.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as its programme plans it.
 *
 * @param sessionId its identity within the programme
 * @param number its place in the programme, from 1
 * @param title what people call it
 * @param startsAt when it starts
 * @param durationMinutes its length in minutes
 * @param cancelled whether it will not be held
 * @param venue name and place of the venue, or null when it is online only
 * @param room address of the online room, or null when there is none yet
 */
public record Session(
    String sessionId,
    int number,
    Words title,
    Instant startsAt,
    int durationMinutes,
    boolean cancelled,
    @Nullable String venue,
    @Nullable String room) {

  /** When it ends. */
  public Instant endsAt() {
    return startsAt.plus(Duration.ofMinutes(durationMinutes));
  }
}
