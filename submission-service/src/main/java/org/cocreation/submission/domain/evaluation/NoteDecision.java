package org.cocreation.submission.domain.evaluation;

import java.time.Instant;
import java.util.List;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.process.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What the committee decided about a note, and why.
 *
 * @param classification where a note is taken; with its words, so that it reads the same when the
 *     process has changed
 * @param reason told to the author and to the public
 * @param reopenedAt when it was taken back to the committee; null while it stands
 */
public record NoteDecision(
    Verdict verdict,
    @Nullable Choice classification,
    List<String> policyAreas,
    String reason,
    MemberId by,
    Instant decidedAt,
    @Nullable Instant reopenedAt,
    @Nullable String reopenedBecause) {

  /** One or the other. */
  public enum Verdict {
    SELECTED,
    NOT_SELECTED
  }

  public NoteDecision {
    policyAreas = List.copyOf(policyAreas);
  }

  NoteDecision reopened(Instant at, String because) {
    return new NoteDecision(
        verdict, classification, policyAreas, reason, by, decidedAt, at, because);
  }
}
