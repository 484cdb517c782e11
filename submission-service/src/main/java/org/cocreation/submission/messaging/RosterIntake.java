package org.cocreation.submission.messaging;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cocreation.messaging.Event;
import org.cocreation.messaging.Intake;
import org.cocreation.messaging.IntakeBuilder;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.notes.WriteNotes;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Person;
import org.cocreation.submission.domain.people.Programme;
import org.cocreation.submission.domain.people.Programmes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps the roster from events: who is registered, under which link, with which name, holding a
 * certificate or not.
 *
 * <p>All of it is of the shape "latest wins": a programme by its revision, a contact by its
 * revision, a link and a certificate by the moment of the change, a cancellation and an erasure for
 * good; so a repeated or late event changes nothing.
 */
@Configuration(proxyBeanMethods = false)
class RosterIntake {

  private static final String REGISTRATION = "org.cocreation.registration.";
  private static final String CERTIFICATE = "org.cocreation.certificate.";

  @Bean
  Intake arrivals(
      IntakeBuilder.Factory intakes, People people, Programmes programmes, WriteNotes notes) {
    return intakes
        .intake("submission")
        .on(
            REGISTRATION + "programme-set.v1",
            Arrivals.ProgrammeSet.class,
            batch ->
                programmes.keepNewest(
                    batch.stream().map(event -> programme(event.body())).toList()))
        .on(
            REGISTRATION + "registered.v1",
            Arrivals.Registered.class,
            learning(
                people,
                Arrivals.Registered::registrationId,
                body ->
                    person ->
                        person.registered(
                            new ProgrammeId(body.programmeId()),
                            body.registeredAt(),
                            body.linkHash())))
        .on(
            REGISTRATION + "link-replaced.v1",
            Arrivals.LinkReplaced.class,
            learning(
                people,
                Arrivals.LinkReplaced::registrationId,
                body -> person -> person.linked(body.requestedAt(), body.linkHash())))
        .on(
            REGISTRATION + "registration-cancelled.v1",
            Arrivals.RegistrationCancelled.class,
            learning(
                people, Arrivals.RegistrationCancelled::registrationId, body -> Person::cancelled))
        .on(
            REGISTRATION + "registration-erased.v1",
            Arrivals.RegistrationErased.class,
            batch -> {
              learning(people, Arrivals.RegistrationErased::registrationId, body -> Person::erased)
                  .accept(batch);
              batch.forEach(
                  event -> notes.eraseAuthor(new RegistrationId(event.body().registrationId())));
            })
        .on(
            REGISTRATION + "contact.v1",
            Arrivals.Contact.class,
            learning(
                people,
                Arrivals.Contact::registrationId,
                body ->
                    person -> person.contact(body.revision(), body.name(), body.organisation())))
        .onTombstone(
            "registration.contacts",
            keys ->
                people.learn(
                    keys.stream()
                        .map(
                            key -> new People.News(new RegistrationId(key), Person::withoutContact))
                        .toList()))
        .on(
            CERTIFICATE + "certificate-issued.v1",
            Arrivals.CertificateIssued.class,
            learning(
                people,
                Arrivals.CertificateIssued::registrationId,
                body -> person -> person.certificate(true, body.issuedAt())))
        .on(
            CERTIFICATE + "certificate-revoked.v1",
            Arrivals.CertificateRevoked.class,
            learning(
                people,
                Arrivals.CertificateRevoked::registrationId,
                body -> person -> person.certificate(false, body.revokedAt())))
        .on(
            CERTIFICATE + "certificate-reinstated.v1",
            Arrivals.CertificateReinstated.class,
            learning(
                people,
                Arrivals.CertificateReinstated::registrationId,
                body -> person -> person.certificate(true, body.reinstatedAt())))
        .build();
  }

  private static Programme programme(Arrivals.ProgrammeSet body) {
    return new Programme(
        new ProgrammeId(body.programmeId()),
        body.revision(),
        new Wording(body.title().en(), body.title().es()),
        body.timeZone());
  }

  private static <B> Consumer<List<Event<B>>> learning(
      People people, Function<B, String> about, Function<B, UnaryOperator<Person>> change) {
    return batch ->
        people.learn(
            batch.stream()
                .map(
                    event ->
                        new People.News(
                            new RegistrationId(about.apply(event.body())),
                            change.apply(event.body())))
                .toList());
  }
}
