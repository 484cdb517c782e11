package org.cocreation.submission.domain.notes;

import java.time.Instant;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.process.Choice;
import org.jspecify.annotations.Nullable;

/**
 * One dated thing that happened to a note, kept for its trail (rule 10).
 *
 * @param reason where one was given
 */
public record Happening(
    Instant at,
    Kind kind,
    @Nullable String reason,
    @Nullable Verdict verdict,
    @Nullable Choice classification) {

  /** What happened. */
  public enum Kind {
    SUBMITTED,
    WITHDRAWN,
    DECIDED,
    REOPENED
  }

  static Happening of(Instant at, Kind kind, @Nullable String reason) {
    return new Happening(at, kind, reason, null, null);
  }
}
