package org.cocreation.certificate.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.certificate.domain.Certificate;
import org.cocreation.certificate.domain.CertificateDesk.Verification;
import org.cocreation.certificate.domain.Plan;
import org.cocreation.certificate.domain.Programme;
import org.cocreation.certificate.domain.Session;
import org.cocreation.defaults.Translated;
import org.jspecify.annotations.Nullable;

/** What the public may know of a certificate. */
@Schema(name = "Verification")
record VerificationView(
    @Schema(
            example = "valid",
            allowableValues = {"valid", "revoked", "unknown"})
        String status,
    @Schema(example = "7K3M-Q9TF-X2HD", description = "As understood") String serial,
    @Schema(
            example = "Ana María Peña",
            description = "Of a valid certificate; null when the person asked to be forgotten")
        @Nullable String name,
    @Nullable Instant issuedAt,
    CompletionView.@Nullable ProgrammeView programme,
    List<String> organisers,
    @Nullable Translated rule,
    List<Attended> sessions,
    @Nullable Instant revokedAt,
    @Nullable Translated reason,
    @Schema(description = "Unknown, and its check character says that it was not typed right")
        boolean mistyped) {

  @Schema(name = "VerifiedSession")
  record Attended(Translated title, Instant startsAt, @Schema(example = "online") String mode) {}

  static VerificationView of(Verification verification) {
    if (verification instanceof Verification.Valid valid) {
      Certificate certificate = valid.certificate();
      return new VerificationView(
          "valid",
          certificate.serial(),
          valid.name(),
          certificate.issuedAt(),
          CompletionView.ProgrammeView.of(valid.programme()),
          organisers(valid.programme()),
          CompletionView.translated(certificate.rule()),
          sessions(valid.programme(), certificate),
          null,
          null,
          false);
    }
    if (verification instanceof Verification.Revoked revoked) {
      return new VerificationView(
          "revoked",
          revoked.certificate().serial(),
          null,
          revoked.certificate().issuedAt(),
          CompletionView.ProgrammeView.of(revoked.programme()),
          organisers(revoked.programme()),
          null,
          List.of(),
          revoked.at(),
          CompletionView.translated(revoked.reason()),
          false);
    }
    Verification.Unknown unknown = (Verification.Unknown) verification;
    return new VerificationView(
        "unknown",
        unknown.serial(),
        null,
        null,
        null,
        List.of(),
        null,
        List.of(),
        null,
        null,
        unknown.mistyped());
  }

  private static List<String> organisers(Programme programme) {
    Plan plan = programme.plan();
    return plan == null ? List.of() : plan.organisers();
  }

  private static List<Attended> sessions(Programme programme, Certificate certificate) {
    List<Attended> attended = new ArrayList<>();
    Plan plan = programme.plan();
    for (Session session : plan == null ? List.<Session>of() : plan.sessions()) {
      for (Certificate.Evidence evidence : certificate.evidence()) {
        if (evidence.sessionId().equals(session.sessionId())) {
          attended.add(
              new Attended(
                  CompletionView.translated(session.title()),
                  session.startsAt(),
                  CompletionView.word(evidence.mode())));
        }
      }
    }
    return attended;
  }
}
