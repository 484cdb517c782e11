package org.cocreation.registration.domain.places;

import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.SessionId;

/** Names the places of one session. Neither id holds a slash, so the text is unambiguous. */
public record PlacesId(ProgrammeId programmeId, SessionId sessionId) {

  @Override
  public String toString() {
    return programmeId.value() + "/" + sessionId.value();
  }
}
