package org.cocreation.portal.services;

import static org.cocreation.portal.services.Services.Service.CERTIFICATE;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages ask of the certificate service. */
@Component
public class Certificates {

  private final Services services;

  Certificates(Services services) {
    this.services = services;
  }

  /** How far a person has come, and the certificate if there is one. */
  public Completion mine(Caller person) {
    return services.get(CERTIFICATE, person, Completion.class, "/me");
  }

  /** A person's certificate as a PDF. */
  public byte[] pdf(Caller person) {
    return services.bytes(CERTIFICATE, person, "/me/certificate.pdf");
  }

  /** What is known about a serial; also says that a serial is unknown. */
  public Verification verify(String serial) {
    return services.get(
        CERTIFICATE, Caller.PUBLIC, Verification.class, "/verification/{s}", serial);
  }

  /**
   * A person's way to the certificate.
   *
   * @param outOfReachSince since when the programme can no longer be completed; null while it can
   */
  public record Completion(
      String verdict,
      int attended,
      int planned,
      @Nullable String waitingFor,
      Text explanation,
      List<SessionStanding> sessions,
      @Nullable Instant outOfReachSince,
      @Nullable Certificate certificate) {

    /** The sessions whose attendance is not closed yet. */
    public List<SessionStanding> stillOpen() {
      return sessions.stream().filter(session -> session.standing().equals("awaited")).toList();
    }
  }

  /** What counts for one session. */
  public record SessionStanding(
      String sessionId,
      Text title,
      Instant startsAt,
      String standing,
      @Nullable String mode,
      @Nullable Text why) {}

  /** A certificate. */
  public record Certificate(
      String serial,
      String status,
      Instant issuedAt,
      @Nullable Instant changedAt,
      @Nullable Text reason) {}

  /** The answer to a verification. */
  public record Verification(
      String status,
      String serial,
      @Nullable String name,
      @Nullable Instant issuedAt,
      @Nullable VerifiedProgramme programme,
      @Nullable List<String> organisers,
      @Nullable Text rule,
      @Nullable List<VerifiedSession> sessions,
      @Nullable Instant revokedAt,
      @Nullable Text reason,
      @Nullable Boolean mistyped) {}

  /** The programme that a certificate is about. */
  public record VerifiedProgramme(String programmeId, Text title, @Nullable String timeZone) {}

  /** A session that a certificate rests on. */
  public record VerifiedSession(Text title, Instant startsAt, String mode) {}
}
