package org.cocreation.attendance.domain.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The time that some intervals cover together: reconnects merged, overlaps counted once (rule 3 of
 * the domain).
 *
 * @param stretches in order of time, with a gap between each and the next, none of them empty
 */
public record Coverage(List<Interval> stretches) {

  /** Keeps its own copy. */
  public Coverage {
    stretches = List.copyOf(stretches);
  }

  /** The union of the intervals, in whatever order they come. */
  public static Coverage of(Collection<Interval> intervals) {
    List<Interval> sorted = new ArrayList<>(intervals);
    sorted.removeIf(interval -> interval.length().isZero());
    sorted.sort(Comparator.comparing(Interval::from));
    List<Interval> union = new ArrayList<>();
    for (Interval next : sorted) {
      int last = union.size() - 1;
      if (last >= 0 && !next.from().isAfter(union.get(last).to())) {
        Interval before = union.get(last);
        if (next.to().isAfter(before.to())) {
          union.set(last, new Interval(before.from(), next.to()));
        }
      } else {
        union.add(next);
      }
    }
    return new Coverage(union);
  }

  /** The part that lies inside a window. */
  public Coverage within(Interval window) {
    return new Coverage(
        stretches.stream().flatMap(stretch -> stretch.within(window).stream()).toList());
  }

  /** How long it is in all. */
  public Duration length() {
    return stretches.stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
  }
}
