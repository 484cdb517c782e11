package org.cocreation.certificate.domain;

import java.time.Instant;
import java.util.List;

/** What happened to somebody's certificate, for the rest of the platform. */
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
}
