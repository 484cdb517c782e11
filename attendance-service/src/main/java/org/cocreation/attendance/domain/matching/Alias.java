package org.cocreation.attendance.domain.matching;

import java.time.Instant;
import java.util.List;

/**
 * A coordinator's decision about an identity, remembered for later sessions of the same programme.
 *
 * @param programmeId the programme
 * @param identity under what somebody was seen
 * @param state what was decided; never waiting
 * @param registrationIds the people it stands for, when it is a match
 * @param sessionId the session in which it was decided
 * @param by the coordinator
 * @param at when
 * @param forgotten whether it has been taken back or erased; it then applies to nothing
 */
public record Alias(
    String programmeId,
    Identity identity,
    Match.State state,
    List<String> registrationIds,
    String sessionId,
    String by,
    Instant at,
    boolean forgotten) {

  /** Keeps its own copy. */
  public Alias {
    registrationIds = List.copyOf(registrationIds);
  }

  /** The id under which the decision about an identity is remembered in a programme. */
  public static String idOf(String programmeId, Identity identity) {
    return identity.idWithin(programmeId);
  }

  /** The same, taken back; what it said about whom is not kept. */
  public Alias forget() {
    return new Alias(
        programmeId,
        new Identity(Identity.Kind.REGISTRATION, "forgotten"),
        Match.State.NOBODY,
        List.of(),
        sessionId,
        by,
        at,
        true);
  }
}
