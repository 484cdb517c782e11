package org.cocreation.portal.live;

/** The stages of the way from a registration to a selected concept note, in their order. */
public enum Stage {
  /** Registered and not cancelled. */
  REGISTERED,
  /** Attended at least one session, as it stands after corrections. */
  PRESENT,
  /** Holds a valid certificate. */
  CERTIFIED,
  /** A concept note that was submitted and not withdrawn. */
  SUBMITTED,
  /** A concept note that the committee selected. */
  SELECTED
}
