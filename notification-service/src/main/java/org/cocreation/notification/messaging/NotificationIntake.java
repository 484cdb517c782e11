package org.cocreation.notification.messaging;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cocreation.messaging.Event;
import org.cocreation.messaging.Intake;
import org.cocreation.messaging.IntakeBuilder;
import org.cocreation.notification.domain.Agenda;
import org.cocreation.notification.domain.Contact;
import org.cocreation.notification.domain.Correspondence;
import org.cocreation.notification.domain.Correspondence.News;
import org.cocreation.notification.domain.Facts;
import org.cocreation.notification.domain.Language;
import org.cocreation.notification.domain.Template;
import org.cocreation.notification.domain.Words;
import org.cocreation.notification.messaging.Heard.AttendanceCorrected;
import org.cocreation.notification.messaging.Heard.CertificateIssued;
import org.cocreation.notification.messaging.Heard.CertificateReinstated;
import org.cocreation.notification.messaging.Heard.CertificateRevoked;
import org.cocreation.notification.messaging.Heard.ChoicesChanged;
import org.cocreation.notification.messaging.Heard.Chosen;
import org.cocreation.notification.messaging.Heard.CompletionOutOfReach;
import org.cocreation.notification.messaging.Heard.CompletionWithinReach;
import org.cocreation.notification.messaging.Heard.ContactSet;
import org.cocreation.notification.messaging.Heard.LinkReplaced;
import org.cocreation.notification.messaging.Heard.Missed;
import org.cocreation.notification.messaging.Heard.NoteDecided;
import org.cocreation.notification.messaging.Heard.NoteSubmitted;
import org.cocreation.notification.messaging.Heard.PlacePromoted;
import org.cocreation.notification.messaging.Heard.PlanPublished;
import org.cocreation.notification.messaging.Heard.ProgrammeSet;
import org.cocreation.notification.messaging.Heard.Registered;
import org.cocreation.notification.messaging.Heard.RegistrationCancelled;
import org.cocreation.notification.messaging.Heard.RegistrationErased;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What arrives. E-mails are created with an id derived from their cause, so a repeat finds them
 * there; what is known of a person takes each event in once, and besides the latest of each kind
 * wins. Programmes: the latest revision wins.
 */
@Configuration(proxyBeanMethods = false)
class NotificationIntake {

  private static final String REGISTRATION = "org.cocreation.registration.";
  private static final String ATTENDANCE = "org.cocreation.attendance.";
  private static final String CERTIFICATE = "org.cocreation.certificate.";
  private static final String SUBMISSION = "org.cocreation.submission.";

  @Bean
  Intake arrivals(IntakeBuilder.Factory intakes, Correspondence letters, Agenda agenda) {
    return intakes
        .intake("notification")
        .on(
            REGISTRATION + "programme-set.v1",
            ProgrammeSet.class,
            events -> events.forEach(e -> agenda.set(e.id(), e.body().programme(e.time()))))
        .on(REGISTRATION + "registered.v1", Registered.class, each(letters, this::registered))
        .on(REGISTRATION + "choices-changed.v1", ChoicesChanged.class, each(letters, this::changed))
        .on(REGISTRATION + "place-promoted.v1", PlacePromoted.class, each(letters, this::promoted))
        .on(
            REGISTRATION + "registration-cancelled.v1",
            RegistrationCancelled.class,
            each(letters, this::cancelled))
        .on(REGISTRATION + "link-replaced.v1", LinkReplaced.class, each(letters, this::relinked))
        .on(
            REGISTRATION + "registration-erased.v1",
            RegistrationErased.class,
            events -> {
              each(letters, this::erased).accept(events);
              letters.forget(events.stream().map(e -> e.body().registrationId()).toList());
            })
        .on(
            REGISTRATION + "contact.v1",
            ContactSet.class,
            events -> letters.reach(events.stream().map(NotificationIntake::address).toList()))
        .onTombstone("registration.contacts", letters::forget)
        .on(
            ATTENDANCE + "attendance-corrected.v1",
            AttendanceCorrected.class,
            each(letters, this::corrected))
        .on(
            CERTIFICATE + "certificate-issued.v1",
            CertificateIssued.class,
            each(letters, this::issued))
        .on(
            CERTIFICATE + "certificate-revoked.v1",
            CertificateRevoked.class,
            each(letters, this::revoked))
        .on(
            CERTIFICATE + "certificate-reinstated.v1",
            CertificateReinstated.class,
            each(letters, this::reinstated))
        .on(
            CERTIFICATE + "completion-out-of-reach.v1",
            CompletionOutOfReach.class,
            each(letters, this::outOfReach))
        .on(
            CERTIFICATE + "completion-within-reach.v1",
            CompletionWithinReach.class,
            each(letters, this::withinReach))
        .on(SUBMISSION + "note-submitted.v1", NoteSubmitted.class, each(letters, this::submitted))
        .on(SUBMISSION + "note-decided.v1", NoteDecided.class, each(letters, this::decided))
        .on(
            SUBMISSION + "plan-published.v1",
            PlanPublished.class,
            events -> events.forEach(event -> published(agenda, event)))
        .build();
  }

  private static <B> Consumer<List<Event<B>>> each(
      Correspondence letters, Function<Event<B>, News> news) {
    return events -> letters.takeIn(events.stream().map(news).toList());
  }

  private News registered(Event<Registered> event) {
    Registered b = event.body();
    return Correspondence.registered(
        event.id(),
        b.registrationId(),
        b.programmeId(),
        b.registeredAt(),
        b.sealedLink(),
        Chosen.choices(b.choices()));
  }

  private News changed(Event<ChoicesChanged> event) {
    ChoicesChanged b = event.body();
    return Correspondence.changed(
        event.id(),
        b.registrationId(),
        b.programmeId(),
        b.changedAt(),
        Chosen.choices(b.choices()));
  }

  private News promoted(Event<PlacePromoted> event) {
    PlacePromoted b = event.body();
    return Correspondence.promoted(
        event.id(), b.registrationId(), b.programmeId(), b.promotedAt(), b.sessionId());
  }

  private News cancelled(Event<RegistrationCancelled> event) {
    RegistrationCancelled b = event.body();
    return Correspondence.cancelled(
        event.id(), b.registrationId(), b.programmeId(), b.cancelledAt());
  }

  private News relinked(Event<LinkReplaced> event) {
    LinkReplaced b = event.body();
    return Correspondence.relinked(
        event.id(), b.registrationId(), b.programmeId(), b.requestedAt(), b.sealedLink());
  }

  private News erased(Event<RegistrationErased> event) {
    RegistrationErased b = event.body();
    return Correspondence.erased(event.id(), b.registrationId(), b.programmeId(), b.erasedAt());
  }

  private static Correspondence.Address address(Event<ContactSet> event) {
    ContactSet b = event.body();
    return new Correspondence.Address(
        event.id(),
        b.registrationId(),
        b.programmeId(),
        new Contact(b.name(), b.email(), Language.of(b.language())),
        b.revision());
  }

  private News corrected(Event<AttendanceCorrected> event) {
    AttendanceCorrected b = event.body();
    return Correspondence.corrected(
        event.id(),
        b.registrationId(),
        b.programmeId(),
        b.recordedAt(),
        b.sessionId(),
        b.previousOutcome(),
        b.outcome(),
        new Words(b.reason(), null));
  }

  private News issued(Event<CertificateIssued> event) {
    CertificateIssued b = event.body();
    return Correspondence.told(
        event.id(),
        b.registrationId(),
        b.programmeId(),
        Template.CERTIFICATE_ISSUED,
        Facts.at(b.issuedAt()).named(b.serial(), null));
  }

  private News revoked(Event<CertificateRevoked> event) {
    CertificateRevoked b = event.body();
    return Correspondence.told(
        event.id(),
        b.registrationId(),
        b.programmeId(),
        Template.CERTIFICATE_REVOKED,
        Facts.at(b.revokedAt()).named(b.serial(), null).decided(null, b.reason().words()));
  }

  private News reinstated(Event<CertificateReinstated> event) {
    CertificateReinstated b = event.body();
    return Correspondence.told(
        event.id(),
        b.registrationId(),
        b.programmeId(),
        Template.CERTIFICATE_REINSTATED,
        Facts.at(b.reinstatedAt()).named(b.serial(), null).decided(null, b.reason().words()));
  }

  private News outOfReach(Event<CompletionOutOfReach> event) {
    CompletionOutOfReach b = event.body();
    return Correspondence.outOfReach(
        event.id(),
        b.registrationId(),
        b.programmeId(),
        b.at(),
        b.missed().stream().map(Missed::sessionId).toList(),
        b.openSessionIds(),
        (b.missed().size() == 1 ? b.missed().get(0).why() : b.explanation()).words(),
        b.revokedSerial() != null);
  }

  private News withinReach(Event<CompletionWithinReach> event) {
    CompletionWithinReach b = event.body();
    return Correspondence.withinReach(
        event.id(),
        b.registrationId(),
        b.programmeId(),
        b.at(),
        b.openSessionIds(),
        b.reason().words(),
        b.verdict().equals("complete"));
  }

  private News submitted(Event<NoteSubmitted> event) {
    NoteSubmitted b = event.body();
    return Correspondence.told(
        event.id(),
        b.registrationId(),
        b.programmeId(),
        Template.NOTE_RECEIVED,
        Facts.at(b.submittedAt()).named(b.number(), new Words(b.title(), null)));
  }

  private News decided(Event<NoteDecided> event) {
    NoteDecided b = event.body();
    return Correspondence.told(
        event.id(),
        b.registrationId(),
        b.programmeId(),
        Template.NOTE_DECIDED,
        Facts.at(b.decidedAt())
            .named(b.number(), new Words(b.title(), null))
            .decided(b.outcome(), new Words(b.reason(), null)));
  }

  private static void published(Agenda agenda, Event<PlanPublished> event) {
    PlanPublished b = event.body();
    agenda.tellEverybody(
        event.id(),
        b.programmeId(),
        Template.PLAN_PUBLISHED,
        Facts.at(b.publishedAt())
            .named(Integer.toString(b.commitments().size()), b.title().words()));
  }
}
