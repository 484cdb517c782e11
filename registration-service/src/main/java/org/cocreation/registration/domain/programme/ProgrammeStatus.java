package org.cocreation.registration.domain.programme;

/**
 * Whether a programme takes registrations. Only this word decides, never the dates of its sessions.
 */
public enum ProgrammeStatus {
  OPEN,
  CLOSED,
  CANCELLED
}
