package org.cocreation.registration.domain.registration;

import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Place;

/** What a person wants of one session, and the place at the venue that came of it. */
public record Choice(SessionId sessionId, Mode mode, Place place) {
  /** Nothing settled yet, or nothing to settle. */
  public static Choice of(SessionId sessionId, Mode mode) {
    return new Choice(sessionId, mode, Place.NONE);
  }

  boolean wantsPlace() {
    return mode == Mode.VENUE;
  }

  /** Whether the places of the session may know this person. */
  boolean mayHavePlace() {
    return mode == Mode.VENUE || place != Place.NONE;
  }

  /** What the person is told to have: online there is a seat for everybody. */
  public Place told() {
    return mode == Mode.ONLINE ? Place.SEAT : place;
  }

  /**
   * Whether the session's places have to be asked: a seat is for good, and so is having none and
   * wanting none.
   */
  boolean unsettled() {
    return wantsPlace() ? place != Place.SEAT : place != Place.NONE;
  }

  Choice with(Place newPlace) {
    return new Choice(sessionId, mode, newPlace);
  }

  Choice with(Mode newMode) {
    return new Choice(sessionId, newMode, place);
  }
}
