package org.cocreation.registration.messaging;

import java.time.Instant;
import java.util.List;
import org.cocreation.messaging.Announcement;
import org.cocreation.messaging.Announcer;
import org.cocreation.registration.domain.Faults;
import org.cocreation.registration.domain.programme.ProgrammeDocument;
import org.cocreation.registration.domain.programme.ProgrammeSet;
import org.cocreation.registration.domain.programme.Room;
import org.cocreation.registration.domain.programme.Session;
import org.cocreation.registration.domain.programme.Translated;
import org.cocreation.registration.domain.programme.Venue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Announces a new revision of a programme, whole, keyed by the programme. */
@Component
class ProgrammeAnnouncer implements Announcer<ProgrammeSet> {
  record Body(
      String programmeId,
      int revision,
      Text title,
      @Nullable Text summary,
      String timeZone,
      String status,
      Rules rules,
      List<Signatory> signatories,
      List<String> organisers,
      @Nullable String websiteUrl,
      List<String> sectors,
      List<String> districts,
      List<SessionBody> sessions) {}

  record Text(String en, @Nullable String es) {
    static Text of(Translated text) {
      return new Text(text.en(), text.es());
    }
  }

  record Rules(double attendedShare, int leadMinutes, int tailMinutes) {}

  record Signatory(String name, String title) {}

  record SessionBody(
      String sessionId,
      int number,
      Text title,
      Instant startsAt,
      int durationMinutes,
      String status,
      @Nullable VenueBody venue,
      @Nullable RoomBody room,
      List<String> topics,
      List<String> presenters,
      List<Material> materials) {}

  record VenueBody(String name, String place, int seats) {}

  record RoomBody(String url) {}

  record Material(String title, String url) {}

  @Override
  public List<Announcement> announce(ProgrammeSet event) {
    ProgrammeDocument document = event.document();
    Translated summary = document.summary();
    String programmeId = event.programmeId().value();
    Body body =
        new Body(
            programmeId,
            event.revision(),
            Text.of(document.title()),
            summary == null ? null : Text.of(summary),
            document.timeZone(),
            Faults.wordOf(document.status()),
            new Rules(
                document.rules().attendedShare(),
                document.rules().leadMinutes(),
                document.rules().tailMinutes()),
            document.signatories().stream()
                .map(one -> new Signatory(one.name(), one.title()))
                .toList(),
            document.organisers(),
            document.websiteUrl(),
            document.sectors(),
            document.districts(),
            document.sessions().stream().map(ProgrammeAnnouncer::session).toList());
    return List.of(
        new Announcement(Topics.EVENTS, Topics.type("programme-set"), programmeId, body));
  }

  private static SessionBody session(Session session) {
    Venue venue = session.venue();
    Room room = session.room();
    return new SessionBody(
        session.sessionId().value(),
        session.number(),
        Text.of(session.title()),
        session.startsAt(),
        session.durationMinutes(),
        Faults.wordOf(session.status()),
        venue == null ? null : new VenueBody(venue.name(), venue.place(), venue.seats()),
        room == null ? null : new RoomBody(room.url()),
        session.topics(),
        session.presenters(),
        session.materials().stream().map(one -> new Material(one.title(), one.url())).toList());
  }
}
