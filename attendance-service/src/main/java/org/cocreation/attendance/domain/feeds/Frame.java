package org.cocreation.attendance.domain.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Interval;
import org.cocreation.attendance.domain.presence.Schedule;

/**
 * The session that a file is brought for: what a format needs to make sense of times.
 *
 * @param zone the programme's time zone, in which times without a zone are read
 * @param date the session's date in that zone
 * @param window the time in which presence counts
 */
public record Frame(ZoneId zone, LocalDate date, Interval window) {

  /** The frame of a session with this schedule. */
  public static Frame of(Schedule schedule) {
    return new Frame(
        schedule.zone(),
        LocalDate.ofInstant(schedule.startsAt(), schedule.zone()),
        schedule.window());
  }

  /** The instant that a clock in the programme's zone showed so. */
  public Instant instant(LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }

  /** Whether evidence lies wholly outside the window and so belongs to another session. */
  public boolean excludes(Evidence evidence) {
    Instant from = evidence.from();
    Instant to = evidence.to();
    if (from != null && to != null) {
      return !from.isBefore(window.to()) || !to.isAfter(window.from());
    }
    if (from != null) {
      return !from.isBefore(window.to()) || LocalDate.ofInstant(from, zone).isBefore(date);
    }
    return to != null
        && (!to.isAfter(window.from()) || LocalDate.ofInstant(to, zone).isAfter(date.plusDays(1)));
  }
}
