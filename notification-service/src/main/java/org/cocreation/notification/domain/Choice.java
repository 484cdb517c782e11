package org.cocreation.notification.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a person chose for a session and what they got.
 *
 * @param sessionId the session
 * @param mode online, at the venue, or not at all
 * @param place a seat (online there is one for everybody), the waiting list, or none
 * @param waitingPosition place in the waiting list from 1, or null
 */
public record Choice(String sessionId, Mode mode, Place place, @Nullable Integer waitingPosition) {

  /** How a person means to take part. */
  public enum Mode {
    ONLINE,
    VENUE,
    NONE
  }

  /** What a person got. */
  public enum Place {
    SEAT,
    WAITING,
    NONE
  }

  /** Whether the person is expected in the session. */
  public boolean expected() {
    return mode != Mode.NONE && place == Place.SEAT;
  }

  /** Whether the person waits for a seat. */
  public boolean waiting() {
    return place == Place.WAITING;
  }

  /** The same without the place in the line, which moves on without being told. */
  public Choice unnumbered() {
    return new Choice(sessionId, mode, place, null);
  }

  Choice promoted() {
    return new Choice(sessionId, mode, Place.SEAT, null);
  }
}
