package org.cocreation.attendance.domain.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When a session takes place and what counts as having attended it.
 *
 * @param startsAt its scheduled start
 * @param minutes its scheduled length, at least one minute
 * @param zone the programme's time zone, in which people read times
 * @param attendedShare the share of the scheduled time that makes "attended", from 0 to 1
 * @param leadMinutes how long before the start presence begins to count
 * @param tailMinutes how long after the scheduled end presence still counts
 */
public record Schedule(
    Instant startsAt,
    int minutes,
    ZoneId zone,
    double attendedShare,
    int leadMinutes,
    int tailMinutes) {

  /** Refuses figures that no session has. */
  public Schedule {
    if (minutes < 1 || leadMinutes < 0 || tailMinutes < 0) {
      throw new IllegalArgumentException("a session lasts a minute at least");
    }
    if (!(attendedShare >= 0 && attendedShare <= 1)) {
      throw new IllegalArgumentException("a share lies between 0 and 1");
    }
  }

  /** Its scheduled end. */
  public Instant endsAt() {
    return startsAt.plus(Duration.ofMinutes(minutes));
  }

  /** The scheduled time with its lead and tail. */
  public Interval window() {
    return new Interval(
        startsAt.minus(Duration.ofMinutes(leadMinutes)),
        startsAt.plus(Duration.ofMinutes((long) minutes + tailMinutes)));
  }

  /** The minutes that make "attended": the share of the scheduled time, to the nearest minute. */
  public int requiredMinutes() {
    return (int) Math.round(attendedShare * minutes);
  }
}
