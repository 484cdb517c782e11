package org.cocreation.registration.domain.places;

import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.SessionId;

/** Names the places of one session. Neither id holds a slash, so the text is unambiguous. */
public record PlacesId(ProgrammeId programmeId, SessionId sessionId) {
  /** Reads what {@link #toString} wrote. */
  public static PlacesId parse(String text) {
    int slash = text.indexOf('/');
    return new PlacesId(new ProgrammeId(text.substring(0, slash)), new SessionId(text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return programmeId.value() + "/" + sessionId.value();
  }
}
