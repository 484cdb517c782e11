package org.cocreation.attendance.domain;

import java.util.Map;
import java.util.Objects;

/**
 * Says no to a request that the rules do not allow, with a sentence to act on. Nothing has been
 * changed.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient Map<String, Object> details;

  /** Refuses for this reason; the message is for the person who asked. */
  public Refused(Reason reason, String message) {
    this(reason, message, Map.of());
  }

  /** Refuses with further members that a program can read. */
  public Refused(Reason reason, String message, Map<String, Object> details) {
    super(Objects.requireNonNull(message));
    this.reason = reason;
    this.details = Map.copyOf(details);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** Further members, by name. */
  public Map<String, Object> details() {
    return details == null ? Map.of() : details;
  }

  /** The kinds of refusal; each has a stable name on the wire. */
  public enum Reason {
    /** No such programme or session. */
    UNKNOWN_SESSION,
    /** No such programme. */
    UNKNOWN_PROGRAMME,
    /** No such import in this session. */
    UNKNOWN_IMPORT,
    /** No such observation. */
    UNKNOWN_OBSERVATION,
    /** The person who is asked about is not in this programme. */
    UNKNOWN_PERSON,
    /** A request names a registration that is not on the roster of this programme. */
    UNKNOWN_REGISTRATION,
    /** The session was cancelled. */
    SESSION_CANCELLED,
    /** The session has not begun. */
    SESSION_NOT_STARTED,
    /** A change after closing must say why. */
    REASON_REQUIRED,
    /** Something is unresolved and the coordinator has not acknowledged it. */
    UNDECIDED_OBSERVATIONS,
    /** The import is in a state that does not allow this. */
    IMPORT_NOT_APPLIED,
    /** The import is in; only a preview can be let go. */
    IMPORT_NOT_IN_PREVIEW,
    /** The file of an import is no longer kept. */
    FILE_NOT_KEPT,
    /** A decision that contradicts itself. */
    INVALID_DECISION
  }
}
