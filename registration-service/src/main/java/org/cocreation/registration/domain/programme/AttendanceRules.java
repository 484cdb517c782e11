package org.cocreation.registration.domain.programme;

/**
 * How attendance is judged elsewhere (rule 3 of the domain).
 *
 * @param attendedShare the share of the scheduled time, above 0 and at most 1
 * @param leadMinutes minutes before the start that still count
 * @param tailMinutes minutes after the end that still count
 */
public record AttendanceRules(double attendedShare, int leadMinutes, int tailMinutes) {
  /** Two thirds of the time; people connect up to 20 minutes early, and questions run over. */
  public static final AttendanceRules USUAL = new AttendanceRules(0.6667, 20, 15);
}
