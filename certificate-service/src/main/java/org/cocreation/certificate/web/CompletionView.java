package org.cocreation.certificate.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cocreation.certificate.domain.Attendance;
import org.cocreation.certificate.domain.Certificate;
import org.cocreation.certificate.domain.Completion;
import org.cocreation.certificate.domain.Explanation;
import org.cocreation.certificate.domain.Judgement;
import org.cocreation.certificate.domain.Person;
import org.cocreation.certificate.domain.Plan;
import org.cocreation.certificate.domain.Programme;
import org.cocreation.certificate.domain.Words;
import org.cocreation.defaults.Translated;
import org.jspecify.annotations.Nullable;

/** How one person stands, and why. */
@Schema(name = "Completion")
record CompletionView(
    @Schema(example = "24d4b96f-58da-4d4a-8512-313bbd02a28e") String registrationId,
    @Schema(
            example = "Ana María Peña",
            description = "Null when it has not arrived yet or was erased")
        @Nullable String name,
    @Schema(example = "es") @Nullable String language,
    ProgrammeView programme,
    @Schema(
            example = "incomplete",
            allowableValues = {"complete", "open", "incomplete"})
        String verdict,
    @Schema(example = "2") int attended,
    @Schema(example = "3") int planned,
    @Schema(allowableValues = {"name", "programme"}) @Nullable String waitingFor,
    Translated explanation,
    List<SessionView> sessions,
    @Schema(description = "Since when the programme can no longer be completed; null while it can")
        @Nullable Instant outOfReachSince,
    @Nullable CertificateView certificate) {

  @Schema(name = "CompletionProgramme")
  record ProgrammeView(
      @Schema(example = "belize-2020") String programmeId,
      @Nullable Translated title,
      @Schema(example = "America/Belize") @Nullable String timeZone) {

    static ProgrammeView of(Programme programme) {
      Plan plan = programme.plan();
      return plan == null
          ? new ProgrammeView(programme.programmeId(), null, null)
          : new ProgrammeView(programme.programmeId(), translated(plan.title()), plan.timeZone());
    }
  }

  @Schema(name = "SessionStanding")
  record SessionView(
      @Schema(example = "webinar-2") String sessionId,
      @Schema(example = "2") int number,
      Translated title,
      Instant startsAt,
      @Schema(example = "90") int durationMinutes,
      @Schema(
              example = "not-attended",
              allowableValues = {"attended", "not-attended", "unknown", "awaited"})
          String standing,
      @Schema(example = "online") @Nullable String mode,
      @Schema(example = "41") @Nullable Integer minutes,
      @Schema(example = "60") @Nullable Integer requiredMinutes,
      @Schema(example = "90") @Nullable Integer scheduledMinutes,
      @Nullable Translated why) {

    static SessionView of(Judgement.Standing standing) {
      var session = standing.session();
      Attendance a = standing.attendance();
      return new SessionView(
          session.sessionId(),
          session.number(),
          translated(session.title()),
          session.startsAt(),
          session.durationMinutes(),
          word(standing.presence()),
          a == null ? null : word(a.mode()),
          a == null ? null : a.minutes(),
          a == null ? null : a.requiredMinutes(),
          a == null ? null : a.scheduledMinutes(),
          a == null ? null : translated(a.why()));
    }
  }

  @Schema(name = "Certificate")
  record CertificateView(
      @Schema(example = "7K3M-Q9TF-X2HD") String serial,
      @Schema(
              example = "valid",
              allowableValues = {"valid", "revoked"})
          String status,
      Instant issuedAt,
      Instant changedAt,
      @Schema(description = "Why it is revoked; null while valid") @Nullable Translated reason,
      boolean heldByCoordinator,
      @Schema(example = "http://localhost:8080/verify/7K3M-Q9TF-X2HD") String verificationUrl,
      List<TurnView> history) {

    static CertificateView of(Certificate certificate, PublicAddress address) {
      Certificate.Turn last = certificate.last();
      return new CertificateView(
          certificate.serial(),
          word(certificate.status()),
          certificate.issuedAt(),
          last.at(),
          certificate.valid() ? null : translated(last.reason()),
          certificate.held(),
          address.verification(certificate.serial()),
          certificate.history().stream().map(TurnView::of).toList());
    }
  }

  @Schema(name = "CertificateTurn")
  record TurnView(
      @Schema(
              example = "issued",
              allowableValues = {"issued", "revoked", "reinstated"})
          String what,
      Instant at,
      @Schema(
              example = "rule",
              allowableValues = {"rule", "coordinator"})
          String by,
      Translated reason) {

    static TurnView of(Certificate.Turn turn) {
      return new TurnView(
          word(turn.what()),
          turn.at(),
          turn.coordinator() == null ? "rule" : "coordinator",
          translated(turn.reason()));
    }
  }

  static CompletionView of(Completion completion, Programme programme, PublicAddress address) {
    Plan plan = programme.plan();
    Judgement judgement = completion.judgement(programme);
    Person person = completion.person();
    Certificate certificate = completion.certificate();
    return new CompletionView(
        completion.registrationId(),
        person == null ? null : person.name(),
        person == null ? null : person.language().code(),
        ProgrammeView.of(programme),
        word(judgement.verdict()),
        judgement.attended(),
        judgement.planned(),
        plan == null ? "programme" : completion.waitsForName() ? "name" : null,
        translated(plan == null ? Explanation.unplanned() : Explanation.of(plan, judgement)),
        judgement.sessions().stream().map(SessionView::of).toList(),
        completion.outOfReachSince(),
        certificate == null ? null : CertificateView.of(certificate, address));
  }

  static Translated translated(Words words) {
    return new Translated(words.en(), words.es());
  }

  /** A constant as it is written on the wire. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
