package org.cocreation.certificate.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cocreation.certificate.domain.Certificate.Evidence;
import org.cocreation.certificate.domain.CompletionEvent;
import org.cocreation.certificate.domain.CompletionEvent.CertificateIssued;
import org.cocreation.certificate.domain.CompletionEvent.CertificateReinstated;
import org.cocreation.certificate.domain.CompletionEvent.CertificateRevoked;
import org.cocreation.certificate.domain.CompletionEvent.CompletionOutOfReach;
import org.cocreation.certificate.domain.CompletionEvent.CompletionWithinReach;
import org.cocreation.certificate.domain.Language;
import org.cocreation.certificate.domain.Words;
import org.cocreation.messaging.Announcement;
import org.cocreation.messaging.Announcer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of completions and certificates, told to others; keyed by the registration. */
@Component
class CertificateAnnouncer implements Announcer<CompletionEvent> {

  private static final String TOPIC = "certificate.events";

  record Text(String en, String es) {

    static Text of(Words words) {
      return new Text(words.en(), words.in(Language.ES));
    }
  }

  record Seen(String sessionId, String mode, @Nullable Integer minutes) {

    static Seen of(Evidence evidence) {
      return new Seen(
          evidence.sessionId(),
          evidence.mode().name().toLowerCase(Locale.ROOT),
          evidence.minutes());
    }
  }

  record Issued(
      String registrationId,
      String programmeId,
      String serial,
      Instant issuedAt,
      Text rule,
      List<Seen> evidence) {}

  record Revoked(
      String registrationId, String programmeId, String serial, Instant revokedAt, Text reason) {}

  record Reinstated(
      String registrationId,
      String programmeId,
      String serial,
      Instant reinstatedAt,
      Text reason) {}

  record Missing(String sessionId, Text why) {}

  record OutOfReach(
      String registrationId,
      String programmeId,
      Instant at,
      List<Missing> missed,
      List<String> openSessionIds,
      Text explanation,
      @Nullable String revokedSerial) {}

  record WithinReach(
      String registrationId,
      String programmeId,
      Instant at,
      String verdict,
      List<String> openSessionIds,
      List<String> unsettledSessionIds,
      Text reason) {}

  @Override
  public List<Announcement> announce(CompletionEvent event) {
    if (event instanceof CertificateIssued e) {
      return one(
          "certificate-issued",
          event,
          new Issued(
              e.registrationId(),
              e.programmeId(),
              e.serial(),
              e.issuedAt(),
              Text.of(e.rule()),
              e.evidence().stream().map(Seen::of).toList()));
    }
    if (event instanceof CertificateRevoked e) {
      return one(
          "certificate-revoked",
          event,
          new Revoked(
              e.registrationId(), e.programmeId(), e.serial(), e.revokedAt(), Text.of(e.reason())));
    }
    if (event instanceof CertificateReinstated e) {
      return one(
          "certificate-reinstated",
          event,
          new Reinstated(
              e.registrationId(),
              e.programmeId(),
              e.serial(),
              e.reinstatedAt(),
              Text.of(e.reason())));
    }
    if (event instanceof CompletionOutOfReach e) {
      return one(
          "completion-out-of-reach",
          event,
          new OutOfReach(
              e.registrationId(),
              e.programmeId(),
              e.at(),
              e.missed().stream().map(m -> new Missing(m.sessionId(), Text.of(m.why()))).toList(),
              e.open(),
              Text.of(e.explanation()),
              e.revoked()));
    }
    if (event instanceof CompletionWithinReach e) {
      return one(
          "completion-within-reach",
          event,
          new WithinReach(
              e.registrationId(),
              e.programmeId(),
              e.at(),
              e.verdict().name().toLowerCase(Locale.ROOT),
              e.open(),
              e.unsettled(),
              Text.of(e.reason())));
    }
    throw new IllegalArgumentException("Not announced: " + event.getClass().getSimpleName());
  }

  private static List<Announcement> one(String fact, CompletionEvent event, Object body) {
    return List.of(
        new Announcement(
            TOPIC, "org.cocreation.certificate." + fact + ".v1", event.registrationId(), body));
  }
}
