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
 * @param seenUntil until when at least an unfinished stay went on: the moment at which the list was
 *     taken and they were still there; null when the feed does not say, or when the end is known
 * @param minutes a total, at least 0, of which it is not known when it was, or only that it was
 *     somewhere between {@code from} and {@code to}; null when the feed gives times or nothing
 * @param signed whether it is a signature at the venue, which counts as a mark
 * @param noted a moment that was noted without a stay: a scan at the door or a click on the
 *     personal join link, at {@code from}; null for everything else
 * @param stated what the source's own clock said, where that was corrected; null where it was not
 */
public record Evidence(
    Place place,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Instant seenUntil,
    @Nullable Integer minutes,
    boolean signed,
    @Nullable Kind noted,
    @Nullable Instant stated) {

  /** A stay with both its ends. */
  public static Evidence stay(Place place, Instant from, Instant to) {
    return new Evidence(place, from, to, null, null, false, null, null);
  }

  /** A stay of which one end, or both, are missing. */
  public static Evidence openStay(Place place, @Nullable Instant from, @Nullable Instant to) {
    return new Evidence(place, from, to, null, null, false, null, null);
  }

  /** A stay that had not ended at the moment of which the list tells. */
  public static Evidence stillThere(Place place, Instant from, Instant seenUntil) {
    Instant until = seenUntil.isAfter(from) ? seenUntil : null;
    return new Evidence(place, from, null, until, null, false, null, null);
  }

  /** A provider's total without times. */
  public static Evidence total(Place place, int minutes) {
    return new Evidence(place, null, null, null, minutes, false, null, null);
  }

  /** A provider's total, with gaps that nobody knows, between a first coming and a last leaving. */
  public static Evidence totalBetween(Place place, Instant from, Instant to, int minutes) {
    return new Evidence(place, from, to, null, minutes, false, null, null);
  }

  /** A signature on the sheet at the venue. */
  public static Evidence signature() {
    return new Evidence(Place.VENUE, null, null, null, null, true, null, null);
  }

  /**
   * A code scanned at the door of the venue, which counts as a mark when it lies in the window.
   *
   * @param stated what the scanning device's clock said, if it was corrected
   */
  public static Evidence scan(Instant at, @Nullable Instant stated) {
    return new Evidence(Place.VENUE, at, null, null, null, false, Kind.SCAN, stated);
  }

  /** A click on the personal join link: the person went to the room; no presence by itself. */
  public static Evidence joinLink(Instant at) {
    return new Evidence(Place.ONLINE, at, null, null, null, false, Kind.JOIN_LINK, null);
  }

  /** The stay, when both ends are known. */
  public Optional<Interval> interval() {
    return from == null || to == null || minutes != null
        ? Optional.empty()
        : Optional.of(new Interval(from, to));
  }

  /** The minutes of a total that were inside a window for certain; 0 for anything else. */
  int sureMinutes(Interval window) {
    if (minutes == null) {
      return 0;
    }
    long sure = minutes;
    if (from != null && to != null) {
      Interval between = new Interval(from, to);
      long inside = between.within(window).map(part -> part.length().toSeconds()).orElse(0L);
      sure = minutes - (between.length().toSeconds() - inside + 59) / 60;
    }
    return (int) Math.max(0, Math.min(sure, window.length().toMinutes()));
  }

  /** Whether more of a total may have been inside a window than is certain. */
  private boolean unsure(Interval window) {
    if (minutes == null || from == null || to == null) {
      return false;
    }
    long inside =
        new Interval(from, to).within(window).map(part -> part.length().toMinutes()).orElse(0L);
    return Math.min(minutes, inside) > sureMinutes(window);
  }

  /**
   * The part of the stay that is certain. An unfinished one that is known to have gone on is
   * certain up to the moment of the list, at most to the session's end: nobody has to wait in the
   * room until a coordinator takes the list.
   */
  public Optional<Interval> certain(Schedule schedule) {
    if (from == null || seenUntil == null) {
      return interval();
    }
    Instant until = seenUntil.isBefore(schedule.endsAt()) ? seenUntil : schedule.endsAt();
    return until.isAfter(from) ? Optional.of(new Interval(from, until)) : Optional.empty();
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

  /**
   * Whether its length stays unknown for a session. An unfinished stay is settled when the list was
   * taken at or after the session's end; a total is, when all of it must lie in the window.
   */
  public boolean openIn(Schedule schedule) {
    return unsure(schedule.window())
        || (ofUnknownLength()
            && (from == null || seenUntil == null || seenUntil.isBefore(schedule.endsAt())));
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
