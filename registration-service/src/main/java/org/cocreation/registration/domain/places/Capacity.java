package org.cocreation.registration.domain.places;

import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.Session;

/**
 * How many seats a session has by some revision of its programme.
 *
 * @param giving whether seats and waiting places are given at all: not at a cancelled session, nor
 *     without a venue
 */
public record Capacity(int seats, boolean giving, int programmeRevision) {
  public static Capacity of(Programme programme, Session session) {
    return new Capacity(
        session.seats(), session.planned() && session.venue() != null, programme.revision());
  }
}
