package org.cocreation.submission.domain.notes;

import java.time.Instant;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.process.ProgrammeProcess;

/**
 * When notes are taken: until the process's date, and anyway until the consultation is closed, for
 * a plan may only be published when every note has its answer (rule 8).
 */
public final class SubmissionWindow {

  /** Whether a programme's consultation was held and is over. */
  @FunctionalInterface
  public interface ConsultationOver {
    boolean test(ProgrammeId programme, Instant now);
  }

  private final ConsultationOver consultationOver;

  public SubmissionWindow(ConsultationOver consultationOver) {
    this.consultationOver = consultationOver;
  }

  public boolean isOpen(ProgrammeProcess process, Instant now) {
    return process.takesNotesAt(now) && !consultationOver.test(process.programme(), now);
  }

  void requireOpen(ProgrammeProcess process, Instant now) {
    if (!process.takesNotesAt(now)) {
      throw Refusal.conflict(
          "submissions-closed",
          "Concept notes were taken until " + process.submissionsCloseAt() + ".");
    }
    if (consultationOver.test(process.programme(), now)) {
      throw Refusal.conflict(
          "submissions-closed", "The consultation is over, so no more concept notes are taken.");
    }
  }
}
