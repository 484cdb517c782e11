package org.cocreation.submission.domain;

import java.util.List;

/**
 * Says no, and why: thrown out of a decision, so that nothing is written.
 *
 * <p>The slug is stable and names the kind of refusal to programs; the message is a sentence that a
 * person can act on.
 */
public final class Refusal extends RuntimeException {

  /** What sort of no this is. */
  public enum Kind {
    /** There is no such thing, or none that this person may know of. */
    UNKNOWN,
    /** It is there, but not for this person to do. */
    FORBIDDEN,
    /** Not now: the state of things stands against it. */
    CONFLICT,
    /** What was sent is at fault. */
    INVALID
  }

  private final Kind kind;
  private final String slug;
  private final List<Fault> faults;

  private Refusal(Kind kind, String slug, String message, List<Fault> faults) {
    super(message);
    this.kind = kind;
    this.slug = slug;
    this.faults = List.copyOf(faults);
  }

  /** Nothing of that name is here. */
  public static Refusal unknown(String what) {
    return new Refusal(Kind.UNKNOWN, "not-found", "There is no such " + what + ".", List.of());
  }

  public static Refusal forbidden(String slug, String message) {
    return new Refusal(Kind.FORBIDDEN, slug, message, List.of());
  }

  public static Refusal conflict(String slug, String message) {
    return new Refusal(Kind.CONFLICT, slug, message, List.of());
  }

  public static Refusal conflict(String slug, String message, List<Fault> faults) {
    return new Refusal(Kind.CONFLICT, slug, message, faults);
  }

  public static Refusal invalid(String slug, String message, List<Fault> faults) {
    return new Refusal(Kind.INVALID, slug, message, faults);
  }

  /** One field is at fault. */
  public static Refusal invalid(String field, String expected, String detail) {
    return new Refusal(
        Kind.INVALID, "invalid-request", detail, List.of(new Fault(field, expected, detail)));
  }

  public Kind kind() {
    return kind;
  }

  public String slug() {
    return slug;
  }

  public List<Fault> faults() {
    return faults;
  }

  /** The message is never missing here. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? slug : message;
  }
}
