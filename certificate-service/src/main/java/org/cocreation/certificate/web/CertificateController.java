package org.cocreation.certificate.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.function.Supplier;
import org.cocreation.certificate.domain.Certificate;
import org.cocreation.certificate.domain.CertificateDesk;
import org.cocreation.certificate.domain.CertificateRefusal;
import org.cocreation.certificate.domain.Completion;
import org.cocreation.certificate.domain.Completions;
import org.cocreation.certificate.domain.Language;
import org.cocreation.certificate.domain.Person;
import org.cocreation.certificate.domain.Plan;
import org.cocreation.certificate.domain.Programme;
import org.cocreation.certificate.domain.Programmes;
import org.cocreation.certificate.domain.Serial;
import org.cocreation.certificate.domain.Words;
import org.cocreation.defaults.Idempotent;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Certificates: on paper, verified, revoked and reinstated. */
@RestController
@RequestMapping("/api/certificate")
@Tag(name = "Certificate")
class CertificateController {

  private final Completions completions;
  private final Programmes programmes;
  private final CertificateDesk desk;
  private final PublicAddress address;
  private final CertificatePdf pdf = new CertificatePdf();

  CertificateController(
      Completions completions, Programmes programmes, CertificateDesk desk, PublicAddress address) {
    this.completions = completions;
    this.programmes = programmes;
    this.desk = desk;
    this.address = address;
  }

  /** Why a coordinator does it, for the person and for whoever verifies the certificate. */
  @Schema(name = "Reason")
  record Reason(@NotNull @Valid ReasonText reason) {

    Words words() {
      return new Words(reason.en(), reason.es());
    }
  }

  /** The reason itself. */
  @Schema(name = "ReasonText")
  record ReasonText(
      @Schema(example = "Another person attended in your place.")
          @NotBlank
          @Size(min = 3, max = 500)
          String en,
      @Schema(example = "Otra persona asistió en su lugar.") @Size(min = 3, max = 500)
          @Nullable String es) {}

  @GetMapping(path = "/me/certificate.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(
      summary = "One's own certificate on paper",
      description = "By personal link; in one's own language unless another is asked for.")
  ResponseEntity<byte[]> mine(
      @AuthenticationPrincipal LinkHolder me,
      @RequestParam(required = false) @Nullable String language) {
    return paper(completions.find(me.registrationId()).orElseThrow(() -> none()), language);
  }

  @GetMapping(path = "/certificates/{serial}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(summary = "A certificate on paper", description = "For coordinators.")
  ResponseEntity<byte[]> anybodys(
      @PathVariable String serial, @RequestParam(required = false) @Nullable String language) {
    return paper(completions.bearing(read(serial)).orElseThrow(() -> unknown()), language);
  }

  @PostMapping("/certificates/{serial}/revocation")
  @Idempotent
  @Operation(
      summary = "Revokes a certificate",
      description =
          "For coordinators. It stays revoked, whatever corrections say, until a coordinator lifts it.")
  CompletionView revoke(
      @PathVariable String serial, @Valid @RequestBody Reason reason, Authentication who) {
    return decided(() -> desk.revoke(read(serial), who.getName(), reason.words()));
  }

  @PostMapping("/certificates/{serial}/reinstatement")
  @Idempotent
  @Operation(
      summary = "Lifts a coordinator's revocation",
      description =
          "For coordinators. The certificate holds again if its ground is there; otherwise it stays revoked for the want of it.")
  CompletionView reinstate(
      @PathVariable String serial, @Valid @RequestBody Reason reason, Authentication who) {
    return decided(() -> desk.lift(read(serial), who.getName(), reason.words()));
  }

  @GetMapping("/verification/{serial}")
  @Operation(
      summary = "Verifies a certificate",
      description =
          "For everybody. Forgives case, spaces, dashes and look-alikes; always 200, see status.")
  ResponseEntity<VerificationView> verify(@PathVariable String serial) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(VerificationView.of(desk.verify(serial)));
  }

  private static ProblemException problem(CertificateRefusal refusal) {
    return switch (refusal.why()) {
      case NO_CERTIFICATE -> none();
      case ALREADY_REVOKED ->
          ProblemException.conflict(
              "already-revoked",
              "A coordinator has revoked this certificate already; lift that first to give another reason.");
      case NOT_REVOKED ->
          ProblemException.conflict(
              "not-revoked",
              "No coordinator has revoked this certificate. If a correction took its ground away, correct the attendance.");
    };
  }

  private CompletionView decided(Supplier<Optional<Completion>> decision) {
    Completion found;
    try {
      found = decision.get().orElseThrow(() -> unknown());
    } catch (CertificateRefusal refusal) {
      throw problem(refusal);
    }
    return CompletionView.of(found, programme(found), address);
  }

  private ResponseEntity<byte[]> paper(Completion completion, @Nullable String asked) {
    Certificate certificate = completion.certificate();
    Plan plan = programme(completion).plan();
    if (certificate == null || plan == null) {
      throw none();
    }
    if (!certificate.valid()) {
      throw ProblemException.conflict(
          "certificate-revoked",
          "This certificate is revoked; the reason is shown with it. Ask the coordinators if you think that is wrong.");
    }
    Person person = completion.person();
    if (person == null) {
      throw new ProblemException(
          HttpStatus.GONE,
          "name-erased",
          "The person asked to be forgotten; the certificate can be verified but not printed any more.");
    }
    Language language = asked == null ? person.language() : language(asked);
    byte[] page =
        pdf.render(CertificateSheet.of(plan, certificate, person.name(), language, address.base()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename("certificate-" + certificate.serial() + ".pdf")
                .build()
                .toString())
        .body(page);
  }

  private static Language language(String asked) {
    return switch (asked) {
      case "en" -> Language.EN;
      case "es" -> Language.ES;
      default ->
          throw ProblemException.invalid(
              "language", "en or es", "Leave language out or give en or es.");
    };
  }

  private Programme programme(Completion completion) {
    return programmes
        .find(completion.programmeId())
        .orElseGet(() -> Programme.unheardOf(completion.programmeId()));
  }

  private static Serial read(String typed) {
    return Serial.read(typed).orElseThrow(() -> unknown());
  }

  private static ProblemException none() {
    return new ProblemException(
        HttpStatus.NOT_FOUND,
        "no-certificate",
        "There is no certificate yet. The completion says what is missing.");
  }

  private static ProblemException unknown() {
    return new ProblemException(
        HttpStatus.NOT_FOUND, "unknown-certificate", "No certificate has that serial.");
  }
}
