package org.cocreation.certificate.domain;

/** The way in which somebody was present at a session. */
public enum Mode {
  ONLINE,
  VENUE,
  BOTH,
  NONE
}
