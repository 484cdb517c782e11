package org.cocreation.submission.domain.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.notes.Note;
import org.jspecify.annotations.Nullable;

/**
 * What became of a note, for anybody to read (rule 10).
 *
 * @param authorName only with the author's agreement, once the note is decided (the committee reads
 *     this too), and until the author is erased
 * @param steps oldest first
 */
public record Trail(Note note, @Nullable String authorName, List<Step> steps) {

  /** What happened. */
  public enum Kind {
    SUBMITTED,
    WITHDRAWN,
    DECIDED,
    DECISION_REOPENED,
    COMMITMENT_DRAFTED,
    COMMITMENT_EDITED,
    CONSULTATION_OPENED,
    CONSULTATION_CLOSED,
    PLAN_PUBLISHED;

    /** As it is written for programs. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One step, with the sentence that tells it.
   *
   * @param reason in the words of whoever gave it
   */
  public record Step(
      Instant at,
      Kind kind,
      Wording text,
      @Nullable String reason,
      @Nullable CommitmentId commitment,
      @Nullable String commitmentNumber,
      @Nullable Integer planVersion) {}

  public Trail {
    steps = List.copyOf(steps);
  }
}
