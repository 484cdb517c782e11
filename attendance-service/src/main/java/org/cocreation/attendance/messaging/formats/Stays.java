package org.cocreation.attendance.messaging.formats;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;

/**
 * Turns the times of a row into evidence, or into a problem that names the column.
 *
 * @param place where people were
 * @param clocks how the file writes times
 * @param spans how it writes durations
 * @param example what a time looks like, for a person whose time could not be read
 * @param found where problems go
 */
record Stays(Place place, Clocks clocks, Spans spans, String example, Reading.Collector found) {

  private static final Duration ROUNDING = Duration.ofSeconds(90);
  private static final String SPAN_EXPECTED =
      "a duration such as 58 min, 1 h 2 min 3 s or 01:02:03";

  /** One coming and one leaving. What is missing is made up for by a duration, if there is one. */
  Optional<Evidence> connection(
      Table.Line row, Columns columns, Term join, Term leave, Term duration) {
    return times(row, columns, join, leave, duration).map(this::connection);
  }

  private Evidence connection(Times times) {
    Optional<Instant> from = times.from();
    Optional<Instant> to = times.to();
    Optional<Duration> length = times.length();
    if (from.isPresent() && to.isPresent()) {
      return Evidence.stay(place, from.get(), to.get());
    }
    if (length.isEmpty()) {
      return Evidence.openStay(place, from.orElse(null), to.orElse(null));
    }
    if (from.isPresent()) {
      return Evidence.stay(place, from.get(), from.get().plus(length.get()));
    }
    if (to.isPresent()) {
      return Evidence.stay(place, to.get().minus(length.get()), to.get());
    }
    return Evidence.total(place, (int) length.get().toMinutes());
  }

  /**
   * A first coming, a last leaving and how long it was in all. When that is less than the time
   * between them there were gaps, and only the total can be trusted.
   */
  Optional<Evidence> summary(
      Table.Line row, Columns columns, Term join, Term leave, Term duration) {
    Optional<Times> times = times(row, columns, join, leave, duration);
    if (times.isEmpty()) {
      return Optional.empty();
    }
    if (times.get().from().isEmpty()
        || times.get().to().isEmpty()
        || times.get().length().isEmpty()) {
      return times.map(this::connection);
    }
    Instant from = times.get().from().get();
    Instant to = times.get().to().get();
    Duration length = times.get().length().get();
    Duration gaps = Duration.between(from, to).minus(length);
    if (gaps.abs().compareTo(ROUNDING) <= 0) {
      return Optional.of(Evidence.stay(place, from, to));
    }
    if (gaps.isNegative()) {
      found.problem(
          row.number(),
          columns.title(duration),
          "no more than the time between coming and leaving");
      return Optional.empty();
    }
    return Optional.of(Evidence.totalBetween(place, from, to, (int) length.toMinutes()));
  }

  private Optional<Times> times(
      Table.Line row, Columns columns, Term join, Term leave, Term duration) {
    String joinCell = columns.cell(row, join);
    String leaveCell = columns.cell(row, leave);
    Optional<Instant> from = clocks.moment(joinCell);
    Optional<Instant> to = clocks.moment(leaveCell);
    if (from.isEmpty() && !Cells.saysNothing(joinCell)) {
      found.problem(row.number(), columns.title(join), clocks.expected(joinCell, example));
      return Optional.empty();
    }
    if (to.isEmpty() && !Cells.saysNothing(leaveCell)) {
      found.problem(row.number(), columns.title(leave), clocks.expected(leaveCell, example));
      return Optional.empty();
    }
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      found.problem(row.number(), columns.title(leave), "a time after the one of joining");
      return Optional.empty();
    }
    String cell = columns.cell(row, duration);
    Optional<Duration> length = spans.minutesOrWords(cell);
    boolean needed = from.isEmpty() || to.isEmpty();
    if (needed && length.isEmpty() && !Cells.saysNothing(cell)) {
      found.problem(row.number(), columns.title(duration), SPAN_EXPECTED);
      return Optional.empty();
    }
    return Optional.of(new Times(from, to, length));
  }

  private record Times(Optional<Instant> from, Optional<Instant> to, Optional<Duration> length) {}
}
