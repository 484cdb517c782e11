package org.cocreation.registration.web;

import org.cocreation.registration.domain.Faults;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Place;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.registration.Mode;
import org.cocreation.registration.domain.registration.Registration;
import org.cocreation.registration.domain.registration.Registrations;
import org.jspecify.annotations.Nullable;

/** Reads the filters of a coordinator's list. */
final class ListFilter {
  /** The states that a list can be asked for. */
  private enum Listed {
    ACTIVE,
    CANCELLED
  }

  private ListFilter() {}

  static Registrations.Wanted read(
      Programme programme,
      @Nullable String session,
      @Nullable String mode,
      @Nullable String place,
      @Nullable String status,
      @Nullable String text) {
    Faults faults = new Faults();
    if (session != null && programme.session(new SessionId(session)).isEmpty()) {
      faults.add("session", "a session of the programme", "The programme has no such session.");
    }
    Mode ofMode = mode == null ? null : faults.word("mode", mode, Mode.class, null);
    Place ofPlace = place == null ? null : faults.word("place", place, Place.class, null);
    Listed listed = status == null ? null : faults.word("status", status, Listed.class, null);
    String search = faults.optional("q", text, 200);
    Refusals.told(faults::refuseIfAny);
    return new Registrations.Wanted(
        programme.programmeId(),
        session == null ? null : new SessionId(session),
        ofMode,
        ofPlace,
        listed == null ? null : Registration.Status.valueOf(listed.name()),
        search);
  }
}
