package org.cocreation.attendance.domain.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time, from its start up to but not including its end.
 *
 * @param from the start
 * @param to the end, never before the start
 */
public record Interval(Instant from, Instant to) {

  /** Refuses an end before the start. */
  public Interval {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("an interval ends after it starts");
    }
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(from, to);
  }

  /** The part that lies inside another; empty when they share no time at all. */
  public Optional<Interval> within(Interval other) {
    Instant start = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
  }

  /** Whether the two share some time. */
  public boolean overlaps(Interval other) {
    return within(other).isPresent();
  }
}
