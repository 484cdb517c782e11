package org.cocreation.registration.messaging;

import java.time.Instant;
import java.util.List;
import org.cocreation.messaging.Announcement;
import org.cocreation.messaging.Announcer;
import org.cocreation.registration.domain.Faults;
import org.cocreation.registration.domain.places.Place;
import org.cocreation.registration.domain.registration.Person;
import org.cocreation.registration.domain.registration.RegistrationEvent;
import org.cocreation.registration.domain.registration.SettledChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Announces what happens to a registration, keyed by it. Personal data goes to the contacts only,
 * and erasure takes it back there.
 */
@Component
class RegistrationAnnouncer implements Announcer<RegistrationEvent> {
  private static final String CONTACT = Topics.type("contact");

  record ChoiceBody(
      String sessionId, String mode, String place, @Nullable Integer waitingPosition) {
    static List<ChoiceBody> of(List<SettledChoice> choices) {
      return choices.stream()
          .map(
              choice ->
                  new ChoiceBody(
                      choice.sessionId().value(),
                      Faults.wordOf(choice.mode()),
                      Faults.wordOf(choice.standing().place()),
                      choice.standing().place() == Place.WAITING
                          ? choice.standing().position()
                          : null))
          .toList();
    }
  }

  record Registered(
      String registrationId,
      String programmeId,
      Instant registeredAt,
      String linkHash,
      String sealedLink,
      String sector,
      String district,
      List<ChoiceBody> choices) {}

  record ChoicesChanged(
      String registrationId,
      String programmeId,
      int revision,
      Instant changedAt,
      List<ChoiceBody> choices) {}

  record PlacePromoted(
      String registrationId, String programmeId, String sessionId, Instant promotedAt) {}

  record Cancelled(String registrationId, String programmeId, Instant cancelledAt) {}

  record LinkReplaced(
      String registrationId,
      String programmeId,
      String linkHash,
      String sealedLink,
      Instant requestedAt) {}

  record Erased(String registrationId, String programmeId, Instant erasedAt) {}

  record JoinLinkOpened(
      String clickId,
      String registrationId,
      String programmeId,
      String sessionId,
      Instant openedAt) {}

  record Contact(
      String registrationId,
      String programmeId,
      int revision,
      String name,
      String email,
      @Nullable String organisation,
      String language) {}

  @Override
  public List<Announcement> announce(RegistrationEvent event) {
    String id = event.registrationId().value();
    String programme = event.programmeId().value();
    if (event instanceof RegistrationEvent.Registered registered) {
      return fact(
          "registered",
          id,
          new Registered(
              id,
              programme,
              registered.registeredAt(),
              registered.link().hash(),
              registered.link().sealed(),
              registered.sector(),
              registered.district(),
              ChoiceBody.of(registered.choices())));
    }
    if (event instanceof RegistrationEvent.ChoicesChanged changed) {
      return fact(
          "choices-changed",
          id,
          new ChoicesChanged(
              id,
              programme,
              changed.revision(),
              changed.changedAt(),
              ChoiceBody.of(changed.choices())));
    }
    if (event instanceof RegistrationEvent.PlacePromoted promoted) {
      return fact(
          "place-promoted",
          id,
          new PlacePromoted(id, programme, promoted.sessionId().value(), promoted.promotedAt()));
    }
    if (event instanceof RegistrationEvent.Cancelled cancelled) {
      return fact(
          "registration-cancelled", id, new Cancelled(id, programme, cancelled.cancelledAt()));
    }
    if (event instanceof RegistrationEvent.LinkReplaced replaced) {
      return fact(
          "link-replaced",
          id,
          new LinkReplaced(
              id,
              programme,
              replaced.link().hash(),
              replaced.link().sealed(),
              replaced.requestedAt()));
    }
    if (event instanceof RegistrationEvent.JoinLinkOpened opened) {
      return fact(
          "join-link-opened",
          id,
          new JoinLinkOpened(
              opened.clickId(), id, programme, opened.sessionId().value(), opened.openedAt()));
    }
    if (event instanceof RegistrationEvent.ContactSet contact) {
      return List.of(contact(id, programme, contact));
    }
    if (event instanceof RegistrationEvent.Erased erased) {
      return List.of(
          Announcement.tombstone(Topics.CONTACTS, CONTACT, id),
          new Announcement(
              Topics.EVENTS,
              Topics.type("registration-erased"),
              id,
              new Erased(id, programme, erased.erasedAt())));
    }
    throw new IllegalStateException(
        "an event that nobody announces: " + event.getClass().getSimpleName());
  }

  private static List<Announcement> fact(String fact, String id, Object body) {
    return List.of(new Announcement(Topics.EVENTS, Topics.type(fact), id, body));
  }

  private static Announcement contact(
      String id, String programme, RegistrationEvent.ContactSet contact) {
    Person person = contact.person();
    return new Announcement(
        Topics.CONTACTS,
        CONTACT,
        id,
        new Contact(
            id,
            programme,
            contact.contactRevision(),
            person.name(),
            person.email().value(),
            person.organisation(),
            Faults.wordOf(person.language())));
  }
}
