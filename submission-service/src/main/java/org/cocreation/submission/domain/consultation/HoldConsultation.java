package org.cocreation.submission.domain.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.commitments.Commitments;
import org.cocreation.submission.domain.process.SetProcess;
import org.jspecify.annotations.Nullable;

/** Opens and closes the consultation of a programme. */
public final class HoldConsultation {

  private static final int A_SWEEP = 100;

  private final Consultations consultations;
  private final Commitments commitments;
  private final SetProcess processes;
  private final Clock clock;

  public HoldConsultation(
      Consultations consultations, Commitments commitments, SetProcess processes, Clock clock) {
    this.consultations = consultations;
    this.commitments = commitments;
    this.processes = processes;
    this.clock = clock;
  }

  /** How it stands; without rounds before the first opening. */
  public Consultation of(ProgrammeId programme) {
    return consultations
        .find(programme.value())
        .map(Versioned::state)
        .orElseGet(() -> Consultation.none(programme));
  }

  /**
   * Opens a round on the commitments as they are.
   *
   * @param closesAt kept to the millisecond; null = the process's length from now
   */
  public Consultation open(ProgrammeId programme, @Nullable Instant closesAt) {
    if (consultations.changedBefore(programme.value())) {
      return of(programme);
    }
    if (commitments.in(programme, null, 1).isEmpty()) {
      throw Refusal.conflict("nothing-to-consult-on", "There is no commitment to consult on yet.");
    }
    Instant now = clock.instant();
    Instant until =
        closesAt == null
            ? now.plus(processes.inForce(programme).consultationLength())
            : closesAt.truncatedTo(ChronoUnit.MILLIS);
    return consultations.change(
        programme.value(),
        found -> found.orElseGet(() -> Consultation.none(programme)).open(now, until));
  }

  public Consultation close(ProgrammeId programme, @Nullable String because) {
    if (consultations.changedBefore(programme.value())) {
      return of(programme);
    }
    return consultations.change(
        programme.value(),
        found ->
            found.orElseGet(() -> Consultation.none(programme)).close(clock.instant(), because));
  }

  /** Closes what is past its date; says how many. */
  public int closeOverdue() {
    Instant now = clock.instant();
    List<ProgrammeId> overdue = consultations.overdue(now, A_SWEEP);
    overdue.forEach(programme -> close(programme, null));
    return overdue.size();
  }
}
