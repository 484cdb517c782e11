package org.cocreation.registration.domain;

import java.util.List;

/** A request that the rules do not allow; nothing has changed. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the rules refuse. */
  public enum Reason {
    /** Fields are missing or wrong; the faults name each. */
    INVALID,
    /** There is no such thing, or not for this person. */
    UNKNOWN,
    /** The programme does not take registrations. */
    NOT_OPEN,
    /** A session that somebody chose cannot be left out of its programme. */
    SESSION_HAS_REGISTRATIONS,
    /** A venue where somebody has a place cannot be taken away. */
    VENUE_HAS_PLACES,
    /** A cancelled registration cannot be changed. */
    CANCELLED,
    /** Somebody else changed it since it was read. */
    STALE
  }

  private final Reason reason;
  private final transient List<Fault> faults;

  private Refusal(Reason reason, String detail, List<Fault> faults) {
    super(detail);
    this.reason = reason;
    this.faults = List.copyOf(faults);
  }

  /** A refusal with a sentence that a person can act on. */
  public static Refusal because(Reason reason, String detail) {
    return new Refusal(reason, detail, List.of());
  }

  /** A refusal that is about one field. */
  public static Refusal because(Reason reason, Fault fault) {
    return new Refusal(reason, fault.detail(), List.of(fault));
  }

  /** Fields are missing or wrong. */
  public static Refusal invalid(List<Fault> faults) {
    String detail =
        faults.size() == 1
            ? faults.get(0).detail()
            : faults.size() + " fields are missing or wrong; each is named below.";
    return new Refusal(Reason.INVALID, detail, faults);
  }

  public Reason reason() {
    return reason;
  }

  /** The sentence for the person who asked. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Fault> faults() {
    return faults;
  }
}
