package org.cocreation.registration.domain.registration;

/** How a person wants to take part in a session. */
public enum Mode {
  ONLINE,
  VENUE,
  NONE
}
