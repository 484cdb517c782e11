package org.cocreation.certificate.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of one completion: issued once, then revoked and reinstated under the same
 * serial, never deleted.
 *
 * @param serial its number, in canonical form
 * @param status whether it holds
 * @param issuedAt when it was issued
 * @param rule the rule that it rests on
 * @param evidence the sessions attended when it was issued or last reinstated
 * @param held whether a coordinator revoked it; then only a coordinator gives it back
 * @param history everything that happened to it, oldest first; starts with its issue
 */
public record Certificate(
    String serial,
    Status status,
    Instant issuedAt,
    Words rule,
    List<Evidence> evidence,
    boolean held,
    List<Turn> history) {

  /** Whether a certificate holds. */
  public enum Status {
    VALID,
    REVOKED
  }

  /**
   * An attended session.
   *
   * @param minutes minutes of presence, or null where a mark at the venue is the evidence
   */
  public record Evidence(String sessionId, Mode mode, @Nullable Integer minutes) {}

  /** What can happen to a certificate. */
  public enum What {
    ISSUED,
    REVOKED,
    REINSTATED
  }

  /**
   * One thing that happened.
   *
   * @param coordinator the user name of the coordinator who did it, or null when the rule did
   */
  public record Turn(What what, Instant at, @Nullable String coordinator, Words reason) {}

  public Certificate {
    evidence = List.copyOf(evidence);
    history = List.copyOf(history);
  }

  static Certificate issued(Serial serial, Instant at, Words rule, List<Evidence> evidence) {
    Turn issue = new Turn(What.ISSUED, at, null, rule);
    return new Certificate(serial.value(), Status.VALID, at, rule, evidence, false, List.of(issue));
  }

  /** Whether it holds. */
  public boolean valid() {
    return status == Status.VALID;
  }

  /** What happened to it last. */
  public Turn last() {
    return history.get(history.size() - 1);
  }

  Certificate revoked(Instant at, @Nullable String coordinator, Words reason) {
    return turned(
        Status.REVOKED,
        evidence,
        held || coordinator != null,
        new Turn(What.REVOKED, at, coordinator, reason));
  }

  Certificate reinstated(
      Instant at, @Nullable String coordinator, Words reason, List<Evidence> ground) {
    return turned(Status.VALID, ground, false, new Turn(What.REINSTATED, at, coordinator, reason));
  }

  private Certificate turned(Status next, List<Evidence> ground, boolean heldThen, Turn turn) {
    List<Turn> turns = new ArrayList<>(history);
    turns.add(turn);
    return new Certificate(serial, next, issuedAt, rule, ground, heldThen, turns);
  }
}
