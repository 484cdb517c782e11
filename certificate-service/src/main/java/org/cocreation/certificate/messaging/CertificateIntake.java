package org.cocreation.certificate.messaging;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cocreation.certificate.domain.Closing;
import org.cocreation.certificate.domain.Judging;
import org.cocreation.certificate.domain.Language;
import org.cocreation.certificate.domain.Person;
import org.cocreation.certificate.messaging.Heard.AttendanceSettled;
import org.cocreation.certificate.messaging.Heard.Contact;
import org.cocreation.certificate.messaging.Heard.LinkReplaced;
import org.cocreation.certificate.messaging.Heard.ProgrammeSet;
import org.cocreation.certificate.messaging.Heard.Registered;
import org.cocreation.certificate.messaging.Heard.RegistrationCancelled;
import org.cocreation.certificate.messaging.Heard.RegistrationErased;
import org.cocreation.certificate.messaging.Heard.SessionClosed;
import org.cocreation.messaging.Event;
import org.cocreation.messaging.Intake;
import org.cocreation.messaging.IntakeBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What arrives. Every fact about a person changes one completion, and its event's id goes into the
 * same write; besides, the latest of each kind wins, so that a replay of everything changes
 * nothing. Programmes: the latest revision wins.
 */
@Configuration(proxyBeanMethods = false)
class CertificateIntake {

  private static final String REGISTRATION = "org.cocreation.registration.";
  private static final String ATTENDANCE = "org.cocreation.attendance.";

  @Bean
  Intake arrivals(IntakeBuilder.Factory intakes, Judging judging) {
    return intakes
        .intake("certificate")
        .on(
            REGISTRATION + "programme-set.v1",
            ProgrammeSet.class,
            events -> events.forEach(e -> judging.plan(e.body().programmeId(), e.body().plan())))
        .on(REGISTRATION + "registered.v1", Registered.class, each(judging, this::registered))
        .on(
            REGISTRATION + "registration-cancelled.v1",
            RegistrationCancelled.class,
            each(judging, this::cancelled))
        .on(REGISTRATION + "link-replaced.v1", LinkReplaced.class, each(judging, this::relinked))
        .on(
            REGISTRATION + "registration-erased.v1",
            RegistrationErased.class,
            each(judging, this::erased))
        .on(REGISTRATION + "contact.v1", Contact.class, each(judging, this::named))
        .onTombstone("registration.contacts", judging::forget)
        .on(
            ATTENDANCE + "attendance-recorded.v1",
            AttendanceSettled.class,
            each(judging, event -> attended(event, false)))
        .on(
            ATTENDANCE + "attendance-corrected.v1",
            AttendanceSettled.class,
            each(judging, event -> attended(event, true)))
        .on(
            ATTENDANCE + "session-closed.v1",
            SessionClosed.class,
            events ->
                events.forEach(
                    e ->
                        judging.close(
                            e.body().programmeId(),
                            new Closing(e.body().sessionId(), e.body().revision()))))
        .build();
  }

  private static <B> Consumer<List<Event<B>>> each(
      Judging judging, Function<Event<B>, Judging.Fact> fact) {
    return events -> judging.takeIn(events.stream().map(fact).toList());
  }

  private Judging.Fact registered(Event<Registered> event) {
    Registered body = event.body();
    return Judging.Fact.registration(
        event.id(),
        body.registrationId(),
        body.programmeId(),
        body.linkHash(),
        body.registeredAt());
  }

  private Judging.Fact cancelled(Event<RegistrationCancelled> event) {
    RegistrationCancelled body = event.body();
    return Judging.Fact.cancellation(
        event.id(), body.registrationId(), body.programmeId(), body.cancelledAt());
  }

  private Judging.Fact relinked(Event<LinkReplaced> event) {
    LinkReplaced body = event.body();
    return Judging.Fact.link(
        event.id(), body.registrationId(), body.programmeId(), body.linkHash(), body.requestedAt());
  }

  private Judging.Fact erased(Event<RegistrationErased> event) {
    RegistrationErased body = event.body();
    return Judging.Fact.erasure(
        event.id(), body.registrationId(), body.programmeId(), body.erasedAt());
  }

  private Judging.Fact named(Event<Contact> event) {
    Contact body = event.body();
    return Judging.Fact.contact(
        event.id(),
        body.registrationId(),
        body.programmeId(),
        new Person(body.name(), Language.of(body.language())),
        body.revision());
  }

  private Judging.Fact attended(Event<AttendanceSettled> event, boolean corrected) {
    AttendanceSettled body = event.body();
    return Judging.Fact.attendance(
        event.id(), body.registrationId(), body.programmeId(), body.attendance(corrected));
  }
}
