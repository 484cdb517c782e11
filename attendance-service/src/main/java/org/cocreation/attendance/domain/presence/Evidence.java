package org.cocreation.attendance.domain.presence;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a feed says about a person's presence.
 *
 * @param place where
 * @param from when they came; null when the feed does not say
 * @param to when they left; null when the feed does not say
 * @param minutes a total without times, at least 0; null when the feed gives times or nothing
 * @param signed whether it is a signature at the venue, which counts as a mark
 */
public record Evidence(
    Place place,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Integer minutes,
    boolean signed) {

  /** A stay with both its ends. */
  public static Evidence stay(Place place, Instant from, Instant to) {
    return new Evidence(place, from, to, null, false);
  }

  /** A stay of which one end, or both, are missing. */
  public static Evidence openStay(Place place, @Nullable Instant from, @Nullable Instant to) {
    return new Evidence(place, from, to, null, false);
  }

  /** A provider's total without times. */
  public static Evidence total(Place place, int minutes) {
    return new Evidence(place, null, null, minutes, false);
  }

  /** A signature on the sheet at the venue. */
  public static Evidence signature() {
    return new Evidence(Place.VENUE, null, null, null, true);
  }

  /** The stay, when both ends are known. */
  public Optional<Interval> interval() {
    return from == null || to == null ? Optional.empty() : Optional.of(new Interval(from, to));
  }

  /** Whether it tells of presence but not for how long. */
  public boolean ofUnknownLength() {
    return interval().isEmpty() && minutes == null && !signed;
  }

  /** What kind of thing it is. */
  public Kind kind() {
    if (signed) {
      return Kind.SIGNATURE;
    }
    if (minutes != null) {
      return Kind.TOTAL;
    }
    return place == Place.ONLINE ? Kind.CONNECTION : Kind.STAY;
  }

  /** The kinds of evidence. */
  public enum Kind {
    /** A stay in the web-conference room. */
    CONNECTION,
    /** A total in minutes, without times. */
    TOTAL,
    /** A signature at the venue. */
    SIGNATURE,
    /** A stay at the venue. */
    STAY
  }
}
