package org.cocreation.attendance.domain.presence;

/** What a session's attendance comes to for one person. */
public enum Outcome {
  /** At least the programme's share of the scheduled time, or a mark. */
  ATTENDED("attended"),
  /** Less than that, or not seen. */
  NOT_ATTENDED("not-attended"),
  /** The evidence does not say how long; never read as zero. */
  UNKNOWN("unknown");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** Its name on the wire. */
  public String word() {
    return word;
  }

  /** The outcome with this name on the wire. */
  public static Outcome of(String word) {
    for (Outcome outcome : values()) {
      if (outcome.word.equals(word)) {
        return outcome;
      }
    }
    throw new IllegalArgumentException("no outcome is called " + word);
  }
}
