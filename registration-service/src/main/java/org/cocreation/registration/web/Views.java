package org.cocreation.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.registration.domain.Faults;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Capacity;
import org.cocreation.registration.domain.places.Places;
import org.cocreation.registration.domain.places.PlacesId;
import org.cocreation.registration.domain.programme.AttendanceRules;
import org.cocreation.registration.domain.programme.Material;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.ProgrammeDocument;
import org.cocreation.registration.domain.programme.Room;
import org.cocreation.registration.domain.programme.Session;
import org.cocreation.registration.domain.programme.Signatory;
import org.cocreation.registration.domain.programme.Translated;
import org.cocreation.registration.domain.programme.Venue;
import org.jspecify.annotations.Nullable;

/** What people see of a programme. */
final class Views {
  private Views() {}

  /** A programme in a list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProgrammeItem(
      String programmeId,
      int revision,
      Translated title,
      @Nullable Translated summary,
      String timeZone,
      String status) {
    static ProgrammeItem of(Programme programme) {
      ProgrammeDocument document = programme.document();
      return new ProgrammeItem(
          programme.programmeId().value(),
          programme.revision(),
          document.title(),
          document.summary(),
          document.timeZone(),
          Faults.wordOf(document.status()));
    }
  }

  /** A programme as its coordinators put it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(
      Translated title,
      @Nullable Translated summary,
      String timeZone,
      String status,
      AttendanceRules rules,
      List<Signatory> signatories,
      List<String> organisers,
      @Nullable String websiteUrl,
      List<String> sectors,
      List<String> districts,
      List<DocumentSession> sessions) {
    static Document of(ProgrammeDocument document) {
      return new Document(
          document.title(),
          document.summary(),
          document.timeZone(),
          Faults.wordOf(document.status()),
          document.rules(),
          document.signatories(),
          document.organisers(),
          document.websiteUrl(),
          document.sectors(),
          document.districts(),
          document.sessions().stream().map(DocumentSession::of).toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DocumentSession(
      String sessionId,
      int number,
      Translated title,
      Instant startsAt,
      int durationMinutes,
      String status,
      @Nullable Venue venue,
      @Nullable Room room,
      List<String> topics,
      List<String> presenters,
      List<Material> materials) {
    static DocumentSession of(Session session) {
      return new DocumentSession(
          session.sessionId().value(),
          session.number(),
          session.title(),
          session.startsAt(),
          session.durationMinutes(),
          Faults.wordOf(session.status()),
          session.venue(),
          session.room(),
          session.topics(),
          session.presenters(),
          session.materials());
    }
  }

  /** A venue with what is left of it. */
  record VenueView(String name, String place, int seats, int seatsLeft, int waiting) {
    static @Nullable VenueView of(
        Programme programme, Session session, Map<SessionId, Places> places) {
      Venue venue = session.venue();
      if (venue == null) {
        return null;
      }
      Places current =
          Optional.ofNullable(places.get(session.sessionId()))
              .orElseGet(
                  () ->
                      Places.untouched(new PlacesId(programme.programmeId(), session.sessionId())))
              .with(Capacity.of(programme, session), Instant.EPOCH);
      return new VenueView(
          venue.name(),
          venue.place(),
          venue.seats(),
          current.seatsLeft(),
          current.waiting().size());
    }
  }

  /** A programme as everybody may see it: without rooms. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicProgramme(
      String programmeId,
      int revision,
      Translated title,
      @Nullable Translated summary,
      String timeZone,
      String status,
      AttendanceRules rules,
      List<Signatory> signatories,
      List<String> organisers,
      @Nullable String websiteUrl,
      List<String> sectors,
      List<String> districts,
      List<PublicSession> sessions) {
    static PublicProgramme of(Programme programme, Map<SessionId, Places> places) {
      ProgrammeDocument document = programme.document();
      return new PublicProgramme(
          programme.programmeId().value(),
          programme.revision(),
          document.title(),
          document.summary(),
          document.timeZone(),
          Faults.wordOf(document.status()),
          document.rules(),
          document.signatories(),
          document.organisers(),
          document.websiteUrl(),
          document.sectors(),
          document.districts(),
          document.sessions().stream()
              .map(session -> PublicSession.of(programme, session, places))
              .toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PublicSession(
      String sessionId,
      int number,
      Translated title,
      Instant startsAt,
      Instant endsAt,
      int durationMinutes,
      String status,
      @Nullable VenueView venue,
      boolean online,
      List<String> topics,
      List<String> presenters,
      List<Material> materials) {
    static PublicSession of(Programme programme, Session session, Map<SessionId, Places> places) {
      return new PublicSession(
          session.sessionId().value(),
          session.number(),
          session.title(),
          session.startsAt(),
          session.endsAt(),
          session.durationMinutes(),
          Faults.wordOf(session.status()),
          VenueView.of(programme, session, places),
          session.room() != null,
          session.topics(),
          session.presenters(),
          session.materials());
    }
  }
}
