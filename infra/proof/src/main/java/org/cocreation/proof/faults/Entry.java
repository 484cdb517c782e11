package org.cocreation.proof.faults;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that the platform acknowledged to a client.
 *
 * @param at when the acknowledgement was here
 * @param kind what was asked for
 * @param programme the programme that it was asked in
 * @param person whom it is about: their e-mail address; empty for what is about no one
 * @param about what was asked for, in detail: a session, the choices, a registration's id
 */
record Entry(Instant at, Kind kind, String programme, String person, Map<String, String> about) {

  /** What can be acknowledged. */
  enum Kind {
    /** A programme was set up. */
    SET_UP,
    /** Somebody registered, with choices: session → mode. */
    REGISTERED,
    /** The coordinator's list shows the registration: {@code registration}. */
    LISTED,
    /** Somebody's new choices: session → mode, all of them. */
    CHOSE,
    CANCELLED,
    /**
     * A coordinator marked somebody as present, or a list with them was brought in: {@code
     * session}.
     */
    MARKED,
    /** Somebody submitted a concept note: {@code note} */
    NOTED,
    /** The attendance of a session counts: {@code session}. */
    CLOSED,
    /** It was asked for and never acknowledged: it may or may not have happened. {@code what} */
    UNSURE
  }

  Entry {
    about = java.util.Collections.unmodifiableMap(new TreeMap<>(about));
  }

  String about(String name) {
    return about.getOrDefault(name, "");
  }
}
