package org.cocreation.submission.domain.plan;

import java.util.List;
import java.util.Locale;

/**
 * One thing that must be done before the plan can be published (rule 8).
 *
 * @param id of what it is about: a note, a comment or the programme
 * @param label what people call it
 * @param detail a sentence that says what is missing
 */
public record Blocker(Kind kind, String id, String label, String detail) {

  /** What sort of thing is missing. */
  public enum Kind {
    NO_COMMITMENTS,
    CONSULTATION_NOT_HELD,
    CONSULTATION_OPEN,
    NOTE_UNDECIDED,
    COMMENT_HELD,
    COMMENT_UNANSWERED,
    NOTHING_CHANGED;

    /** As it is written for programs. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What stands in the way now.
   *
   * @param more whether there is more of it than is listed
   */
  public record Blockers(List<Blocker> blockers, boolean more) {

    public Blockers {
      blockers = List.copyOf(blockers);
    }

    public boolean publishable() {
      return blockers.isEmpty();
    }
  }
}
