package org.cocreation.attendance.domain.presence;

import java.time.Instant;

/**
 * A coordinator's word about one person at one session; it stands above all other evidence.
 *
 * @param attended whether they attended
 * @param place where, when they did
 * @param reason why the coordinator says so; never blank
 * @param by the coordinator
 * @param at when it was said
 */
public record Mark(boolean attended, Place place, String reason, String by, Instant at) {

  /** Refuses a mark without a reason. */
  public Mark {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a mark says why");
    }
  }

  /** Whether it says the same as another, whoever said it and when. */
  public boolean saysTheSameAs(Mark other) {
    return attended == other.attended
        && (!attended || place == other.place)
        && reason.equals(other.reason);
  }
}
