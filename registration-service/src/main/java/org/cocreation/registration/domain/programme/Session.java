package org.cocreation.registration.domain.programme;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cocreation.registration.domain.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of a programme, online, at a venue, or both at once.
 *
 * @param number its place in the order that people see, from 1
 * @param startsAt in whole seconds
 */
public record Session(
    SessionId sessionId,
    int number,
    Translated title,
    Instant startsAt,
    int durationMinutes,
    SessionStatus status,
    @Nullable Venue venue,
    @Nullable Room room,
    List<String> topics,
    List<String> presenters,
    List<Material> materials) {
  public Session {
    topics = List.copyOf(topics);
    presenters = List.copyOf(presenters);
    materials = List.copyOf(materials);
  }

  public Instant endsAt() {
    return startsAt.plus(Duration.ofMinutes(durationMinutes));
  }

  public boolean planned() {
    return status == SessionStatus.PLANNED;
  }

  /** Seats for participants; none without a venue. */
  public int seats() {
    return venue == null ? 0 : venue.seats();
  }
}
