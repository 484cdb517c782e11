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
 * @param noted a moment that was noted without a stay: a scan at the door or a click on the
 *     personal join link, at {@code from}; null for everything else
 * @param stated what the source's own clock said, where that was corrected; null where it was not
 */
public record Evidence(
    Place place,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Integer minutes,
    boolean signed,
    @Nullable Kind noted,
    @Nullable Instant stated) {

  /** A stay with both its ends. */
  public static Evidence stay(Place place, Instant from, Instant to) {
    return new Evidence(place, from, to, null, false, null, null);
  }

  /** A stay of which one end, or both, are missing. */
  public static Evidence openStay(Place place, @Nullable Instant from, @Nullable Instant to) {
    return new Evidence(place, from, to, null, false, null, null);
  }

  /** A provider's total without times. */
  public static Evidence total(Place place, int minutes) {
    return new Evidence(place, null, null, minutes, false, null, null);
  }

  /** A signature on the sheet at the venue. */
  public static Evidence signature() {
    return new Evidence(Place.VENUE, null, null, null, true, null, null);
  }

  /**
   * A code scanned at the door of the venue, which counts as a mark when it lies in the window.
   *
   * @param stated what the scanning device's clock said, if it was corrected
   */
  public static Evidence scan(Instant at, @Nullable Instant stated) {
    return new Evidence(Place.VENUE, at, null, null, false, Kind.SCAN, stated);
  }

  /** A click on the personal join link: the person went to the room; no presence by itself. */
  public static Evidence joinLink(Instant at) {
    return new Evidence(Place.ONLINE, at, null, null, false, Kind.JOIN_LINK, null);
  }

  /** The stay, when both ends are known. */
  public Optional<Interval> interval() {
    return from == null || to == null ? Optional.empty() : Optional.of(new Interval(from, to));
  }

  /** Whether it tells of presence but not for how long. */
  public boolean ofUnknownLength() {
    return interval().isEmpty() && minutes == null && !signed && noted == null;
  }

  /** Whether it is a mark at the venue inside this window: a signature, or a scan at the door. */
  public boolean marks(Interval window) {
    return signed
        || (noted == Kind.SCAN
            && from != null
            && !from.isBefore(window.from())
            && from.isBefore(window.to()));
  }

  /** What kind of thing it is. */
  public Kind kind() {
    if (noted != null) {
      return noted;
    }
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
    STAY,
    /** A code scanned at the door of the venue. */
    SCAN,
    /** A click on the personal join link. */
    JOIN_LINK
  }
}
