package org.cocreation.registration.domain.places;

/** What a person has at a session's venue. */
public enum Place {
  SEAT,
  WAITING,
  NONE
}
