package org.cocreation.attendance.domain.presence;

/** Where a person was seen. */
public enum Place {
  /** In the web-conference room. */
  ONLINE,
  /** At the venue. */
  VENUE
}
