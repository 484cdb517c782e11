package org.cocreation.certificate.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to somebody's completion and certificate, for the rest of the platform. */
public sealed interface CompletionEvent {

  /** Whom it is about. */
  String registrationId();

  /** A certificate was issued, on this rule and evidence. */
  record CertificateIssued(
      String registrationId,
      String programmeId,
      String serial,
      Instant issuedAt,
      Words rule,
      List<Certificate.Evidence> evidence)
      implements CompletionEvent {}

  /** A certificate was revoked. */
  record CertificateRevoked(
      String registrationId, String programmeId, String serial, Instant revokedAt, Words reason)
      implements CompletionEvent {}

  /** A revoked certificate holds again. */
  record CertificateReinstated(
      String registrationId, String programmeId, String serial, Instant reinstatedAt, Words reason)
      implements CompletionEvent {}

  /**
   * A planned session was missed, so that the person can no longer complete the programme (rule 6
   * of the domain).
   *
   * @param missed the sessions missed, by number
   * @param open the planned sessions that are not closed yet, by number
   * @param explanation where the person stands
   * @param revoked the serial of the certificate that lost its ground by it, or null
   */
  record CompletionOutOfReach(
      String registrationId,
      String programmeId,
      Instant at,
      List<Missed> missed,
      List<String> open,
      Words explanation,
      @Nullable String revoked)
      implements CompletionEvent {

    /** One session and why it does not count as attended. */
    public record Missed(String sessionId, Words why) {}
  }

  /**
   * No planned session is missed any more, after a correction or a change of the programme.
   *
   * @param verdict open or complete
   * @param open the planned sessions that are not closed yet, by number
   * @param unsettled closed sessions in which the person's presence is not settled, by number
   * @param reason what changed, and where the person stands now
   */
  record CompletionWithinReach(
      String registrationId,
      String programmeId,
      Instant at,
      Verdict verdict,
      List<String> open,
      List<String> unsettled,
      Words reason)
      implements CompletionEvent {}
}
