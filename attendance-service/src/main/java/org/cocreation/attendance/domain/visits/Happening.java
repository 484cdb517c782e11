package org.cocreation.attendance.domain.visits;

import java.time.Instant;
import java.util.Comparator;
import org.cocreation.attendance.domain.presence.Place;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a source saw of somebody.
 *
 * @param id the source's own id of it: the same at every repetition
 * @param kind what happened
 * @param place where
 * @param by which of the person's connections, or which device at the door; "" when not told apart
 * @param at when it happened, by a clock that is right; for a presence, when it began
 * @param until when a presence ended; null for everything else
 * @param stated what the source's own clock said, where it was corrected; null where it was not
 */
public record Happening(
    String id,
    Kind kind,
    Place place,
    String by,
    Instant at,
    @Nullable Instant until,
    @Nullable Instant stated) {

  // At the same moment leaving comes first: somebody who reconnects leaves and joins again.
  static final Comparator<Happening> ORDER =
      Comparator.comparing(Happening::at)
          .thenComparing(Happening::kind)
          .thenComparing(Happening::id);

  /** Refuses a presence without an end, and an end without a presence. */
  public Happening {
    if ((kind == Kind.PRESENT) != (until != null)) {
      throw new IllegalArgumentException("a presence, and nothing else, says until when");
    }
    if (until != null && until.isBefore(at)) {
      throw new IllegalArgumentException("a presence ends after it began");
    }
  }

  /** What can happen; the order is that at one and the same moment. */
  public enum Kind {
    /** They left the room. */
    LEFT,
    /** They joined the room. */
    JOINED,
    /** They were there for a time, told afterwards. */
    PRESENT,
    /** Their code was scanned at the door. */
    SCAN
  }
}
