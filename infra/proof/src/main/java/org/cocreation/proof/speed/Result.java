package org.cocreation.proof.speed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of the report.
 *
 * @param measure the measure's name
 * @param subject what was measured
 * @param unit of the figures, such as {@code facts/s}
 * @param median of the rounds
 * @param low the least of the rounds
 * @param high the most of the rounds
 * @param rounds how many counted, without those that warmed up
 * @param cpuMicrosPerFact microseconds of processor for one of what is counted, in all processes
 *     that did the work, the median; 0 where it was not taken
 * @param ratio against the row that it is compared with; more is always better
 * @param target the least ratio that is promised
 * @param note what has to be known besides; may be empty
 */
public record Result(
    String measure,
    String subject,
    String unit,
    double median,
    double low,
    double high,
    int rounds,
    double cpuMicrosPerFact,
    @Nullable Double ratio,
    @Nullable Double target,
    String note) {

  /** A row of one spread, compared with nothing. */
  public static Result of(
      String measure, String subject, String unit, Spread value, double cpuMicrosPerFact) {
    return new Result(
        measure,
        subject,
        unit,
        value.median(),
        value.low(),
        value.high(),
        value.rounds(),
        cpuMicrosPerFact,
        null,
        null,
        "");
  }

  /** The same, held against another. */
  public Result against(@Nullable Double newRatio, @Nullable Double newTarget) {
    return new Result(
        measure,
        subject,
        unit,
        median,
        low,
        high,
        rounds,
        cpuMicrosPerFact,
        newRatio,
        newTarget,
        note);
  }

  /** The same, with something to be known besides. */
  public Result noting(String words) {
    return new Result(
        measure,
        subject,
        unit,
        median,
        low,
        high,
        rounds,
        cpuMicrosPerFact,
        ratio,
        target,
        note.isEmpty() ? words : note + "; " + words);
  }

  /** Whether it falls short of what is promised. */
  public boolean isMissed() {
    return target != null && (ratio == null || ratio < target);
  }

  /** What is said of the target in the table; empty where there is none. */
  String verdict() {
    if (target == null) {
      return "";
    }
    return String.format(Locale.ROOT, "%s (%.2f)", isMissed() ? "MISSED" : "met", target);
  }
}
