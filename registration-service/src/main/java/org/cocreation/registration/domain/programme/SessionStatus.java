package org.cocreation.registration.domain.programme;

/** Whether a session is to take place, or has. */
public enum SessionStatus {
  PLANNED,
  CANCELLED
}
