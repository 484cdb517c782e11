package org.cocreation.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.defaults.ProblemException;
import org.cocreation.registration.domain.Faults;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.places.Place;
import org.cocreation.registration.domain.places.Places;
import org.cocreation.registration.domain.places.Standing;
import org.cocreation.registration.domain.programme.Material;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.ProgrammeDocument;
import org.cocreation.registration.domain.programme.Programmes;
import org.cocreation.registration.domain.programme.Room;
import org.cocreation.registration.domain.programme.Session;
import org.cocreation.registration.domain.programme.Translated;
import org.cocreation.registration.domain.registration.Choice;
import org.cocreation.registration.domain.registration.Mode;
import org.cocreation.registration.domain.registration.Person;
import org.cocreation.registration.domain.registration.Registration;
import org.jspecify.annotations.Nullable;

/** Puts together what a person sees behind the personal link. */
final class PersonalPage {
  private final Programmes programmes;
  private final AllPlaces allPlaces;

  PersonalPage(Programmes programmes, AllPlaces allPlaces) {
    this.programmes = programmes;
    this.allPlaces = allPlaces;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String registrationId,
      String status,
      Instant registeredAt,
      int revision,
      ContactView contact,
      String sector,
      String district,
      ProgrammeView programme,
      List<SessionView> sessions) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ContactView(String name, String email, @Nullable String organisation, String language) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProgrammeView(
      String programmeId,
      Translated title,
      @Nullable Translated summary,
      String timeZone,
      String status,
      List<String> organisers,
      @Nullable String websiteUrl) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SessionView(
      String sessionId,
      int number,
      Translated title,
      Instant startsAt,
      Instant endsAt,
      int durationMinutes,
      String status,
      String mode,
      String place,
      @Nullable Integer waitingPosition,
      Views.@Nullable VenueView venue,
      @Nullable Room room,
      List<String> topics,
      List<String> presenters,
      List<Material> materials) {}

  /** A session that the person takes part in, and how. */
  record Appointment(Session session, Mode mode) {}

  View of(Registration registration) {
    Programme programme = programmeOf(registration);
    ProgrammeDocument document = programme.document();
    Map<SessionId, Places> places =
        allPlaces.find(
            programme.programmeId(), document.sessions().stream().map(Session::sessionId).toList());
    Person person = personOf(registration);
    return new View(
        registration.registrationId().value(),
        Faults.wordOf(registration.status()),
        registration.registeredAt(),
        registration.revision(),
        new ContactView(
            person.name(),
            person.email().value(),
            person.organisation(),
            Faults.wordOf(person.language())),
        person.sector(),
        person.district(),
        new ProgrammeView(
            programme.programmeId().value(),
            document.title(),
            document.summary(),
            document.timeZone(),
            Faults.wordOf(document.status()),
            document.organisers(),
            document.websiteUrl()),
        document.sessions().stream()
            .map(session -> session(programme, session, registration, places))
            .toList());
  }

  /** The sessions for the person's calendar: planned, chosen, and not only waited for. */
  List<Appointment> appointments(Registration registration) {
    List<Appointment> appointments = new ArrayList<>();
    for (Session session : programmeOf(registration).document().sessions()) {
      Optional<Choice> choice = registration.choice(session.sessionId());
      if (registration.active()
          && session.planned()
          && choice.filter(chosen -> chosen.told() == Place.SEAT).isPresent()) {
        appointments.add(new Appointment(session, choice.get().mode()));
      }
    }
    return appointments;
  }

  private SessionView session(
      Programme programme,
      Session session,
      Registration registration,
      Map<SessionId, Places> places) {
    Choice choice =
        registration.choice(session.sessionId()).orElse(Choice.of(session.sessionId(), Mode.NONE));
    boolean inTheRoom = registration.active() && session.planned() && choice.mode() == Mode.ONLINE;
    return new SessionView(
        session.sessionId().value(),
        session.number(),
        session.title(),
        session.startsAt(),
        session.endsAt(),
        session.durationMinutes(),
        Faults.wordOf(session.status()),
        Faults.wordOf(choice.mode()),
        Faults.wordOf(registration.active() ? choice.told() : Place.NONE),
        waitingPosition(registration, choice, places.get(session.sessionId())),
        Views.VenueView.of(programme, session, places),
        inTheRoom ? session.room() : null,
        session.topics(),
        session.presenters(),
        session.materials());
  }

  private static @Nullable Integer waitingPosition(
      Registration registration, Choice choice, @Nullable Places places) {
    if (places == null || choice.place() != Place.WAITING) {
      return null;
    }
    Standing standing = places.standing(registration.registrationId());
    return standing.place() == Place.WAITING ? standing.position() : null;
  }

  private Programme programmeOf(Registration registration) {
    return programmes
        .find(registration.programmeId())
        .orElseThrow(() -> ProblemException.notFound("There is no such programme any more."));
  }

  private static Person personOf(Registration registration) {
    Person person = registration.person();
    if (person == null) {
      throw ProblemException.notFound("There is no such registration, or this link was replaced.");
    }
    return person;
  }
}
