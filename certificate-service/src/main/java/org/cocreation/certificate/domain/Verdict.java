package org.cocreation.certificate.domain;

/** What rule 5 of the domain says about one person in one programme. */
public enum Verdict {
  /** Every planned session is closed and was attended. */
  COMPLETE,
  /** Nothing is missed, but a session is not closed yet or a presence is not settled. */
  OPEN,
  /** A planned session was missed. */
  INCOMPLETE
}
