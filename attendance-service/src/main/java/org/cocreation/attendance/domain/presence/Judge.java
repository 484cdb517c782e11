package org.cocreation.attendance.domain.presence;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Judges presence by rule 3 of the domain: the union of a person's intervals, clipped to the
 * session's window, or a mark; attended is at least the programme's share of the scheduled time; an
 * unknown duration is unknown, never zero.
 *
 * <p>The order of the evidence changes nothing, and evidence outside the window counts for nothing.
 */
public final class Judge {

  private Judge() {}

  /** What this evidence, and a coordinator's mark if there is one, come to. */
  public static Judgement judge(
      Schedule schedule, Collection<Evidence> evidence, Optional<Mark> mark) {
    Findings findings = Findings.of(schedule, evidence);
    if (mark.isPresent()) {
      return byMark(schedule, findings, mark.get());
    }
    if (!findings.signatures().isEmpty()) {
      return judgement(
          schedule,
          Outcome.ATTENDED,
          findings,
          findings.timed() ? Integer.valueOf(findings.knownMinutes()) : null,
          Explanation.signed(schedule, findings));
    }
    return byTime(schedule, findings);
  }

  /** The whole minutes inside the window that one piece of evidence has by itself. */
  public static int counted(Schedule schedule, Evidence evidence) {
    return Findings.of(schedule, List.of(evidence)).knownMinutes();
  }

  private static Judgement byMark(Schedule schedule, Findings findings, Mark mark) {
    Set<Place> places = EnumSet.noneOf(Place.class);
    places.addAll(findings.places());
    if (mark.attended()) {
      places.add(mark.place());
    }
    return new Judgement(
        mark.attended() ? Outcome.ATTENDED : Outcome.NOT_ATTENDED,
        Mode.of(places),
        findings.timed() ? Integer.valueOf(findings.knownMinutes()) : null,
        schedule.requiredMinutes(),
        schedule.minutes(),
        Explanation.marked(schedule, findings, mark));
  }

  private static Judgement byTime(Schedule schedule, Findings findings) {
    int known = findings.knownMinutes();
    int required = schedule.requiredMinutes();
    if (findings.nothing()) {
      return judgement(schedule, Outcome.NOT_ATTENDED, findings, 0, Explanation.notSeen(findings));
    }
    if (findings.timed() && known >= required) {
      return judgement(
          schedule,
          Outcome.ATTENDED,
          findings,
          known,
          Explanation.timed(schedule, findings, Outcome.ATTENDED));
    }
    if (!findings.openStays().isEmpty()) {
      return judgement(
          schedule, Outcome.UNKNOWN, findings, null, Explanation.openEnded(schedule, findings));
    }
    if (findings.totals().size() > 1 && findings.sumOfTotals() >= required) {
      return judgement(
          schedule,
          Outcome.UNKNOWN,
          findings,
          null,
          Explanation.totalsThatMayOverlap(schedule, findings));
    }
    return judgement(
        schedule,
        Outcome.NOT_ATTENDED,
        findings,
        known,
        Explanation.timed(schedule, findings, Outcome.NOT_ATTENDED));
  }

  private static Judgement judgement(
      Schedule schedule,
      Outcome outcome,
      Findings findings,
      @Nullable Integer minutes,
      Bilingual why) {
    return new Judgement(
        outcome,
        Mode.of(findings.places()),
        minutes,
        schedule.requiredMinutes(),
        schedule.minutes(),
        why);
  }
}
