package org.cocreation.certificate.domain;

/** What is known of a registration itself. */
public enum Enrolment {
  /** Its attendance or contact has arrived before it. */
  UNKNOWN,
  REGISTERED,
  CANCELLED,
  /** The person asked to be forgotten. Final. */
  ERASED
}
