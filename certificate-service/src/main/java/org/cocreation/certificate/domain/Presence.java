package org.cocreation.certificate.domain;

/** How one person stands with one session. */
public enum Presence {
  ATTENDED,
  NOT_ATTENDED,
  /**
   * The session is closed, and whether this person was there is not settled. Unknown is not absent.
   */
  UNKNOWN,
  /** The session is not closed yet, so nothing counts (rule 4 of the domain). */
  AWAITED
}
