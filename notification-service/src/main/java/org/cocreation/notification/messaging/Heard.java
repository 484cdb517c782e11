package org.cocreation.notification.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cocreation.notification.domain.Choice;
import org.cocreation.notification.domain.Programme;
import org.cocreation.notification.domain.Session;
import org.cocreation.notification.domain.Words;
import org.jspecify.annotations.Nullable;

/** What is read of other services' events. */
final class Heard {

  private Heard() {}

  record Text(String en, @Nullable String es) {

    Words words() {
      return new Words(en, es);
    }
  }

  record ProgrammeSet(
      String programmeId,
      int revision,
      Text title,
      String timeZone,
      String status,
      List<String> organisers,
      @Nullable String websiteUrl,
      List<PlannedSession> sessions) {

    Programme programme(Instant setAt) {
      return new Programme(
          programmeId,
          revision,
          setAt,
          title.words(),
          timeZone,
          status.equals("cancelled"),
          organisers,
          websiteUrl,
          sessions.stream().map(PlannedSession::session).toList());
    }
  }

  record Venue(String name, String place) {}

  record Room(String url) {}

  record PlannedSession(
      String sessionId,
      int number,
      Text title,
      Instant startsAt,
      int durationMinutes,
      String status,
      @Nullable Venue venue,
      @Nullable Room room) {

    Session session() {
      return new Session(
          sessionId,
          number,
          title.words(),
          startsAt,
          durationMinutes,
          status.equals("cancelled"),
          venue == null ? null : venue.name() + ", " + venue.place(),
          room == null ? null : room.url());
    }
  }

  record Chosen(String sessionId, String mode, String place, @Nullable Integer waitingPosition) {

    static List<Choice> choices(List<Chosen> all) {
      return all.stream()
          .map(
              one ->
                  new Choice(
                      one.sessionId(),
                      Choice.Mode.valueOf(one.mode().toUpperCase(Locale.ROOT)),
                      Choice.Place.valueOf(one.place().toUpperCase(Locale.ROOT)),
                      one.waitingPosition()))
          .toList();
    }
  }

  record Registered(
      String registrationId,
      String programmeId,
      Instant registeredAt,
      String sealedLink,
      List<Chosen> choices) {}

  record ChoicesChanged(
      String registrationId, String programmeId, Instant changedAt, List<Chosen> choices) {}

  record PlacePromoted(
      String registrationId, String programmeId, String sessionId, Instant promotedAt) {}

  record RegistrationCancelled(String registrationId, String programmeId, Instant cancelledAt) {}

  record LinkReplaced(
      String registrationId, String programmeId, String sealedLink, Instant requestedAt) {}

  record RegistrationErased(String registrationId, String programmeId, Instant erasedAt) {}

  record ContactSet(
      String registrationId,
      String programmeId,
      int revision,
      String name,
      String email,
      String language) {}

  record AttendanceCorrected(
      String registrationId,
      String programmeId,
      String sessionId,
      String previousOutcome,
      String outcome,
      String reason,
      Instant recordedAt) {}

  record CertificateIssued(
      String registrationId, String programmeId, String serial, Instant issuedAt) {}

  record CertificateRevoked(
      String registrationId, String programmeId, String serial, Instant revokedAt, Text reason) {}

  record CertificateReinstated(
      String registrationId,
      String programmeId,
      String serial,
      Instant reinstatedAt,
      Text reason) {}

  record Missed(String sessionId, Text why) {}

  record CompletionOutOfReach(
      String registrationId,
      String programmeId,
      Instant at,
      List<Missed> missed,
      List<String> openSessionIds,
      Text explanation,
      @Nullable String revokedSerial) {}

  record CompletionWithinReach(
      String registrationId,
      String programmeId,
      Instant at,
      String verdict,
      List<String> openSessionIds,
      Text reason) {}

  record NoteSubmitted(
      String programmeId,
      String registrationId,
      String number,
      String title,
      Instant submittedAt) {}

  record NoteDecided(
      String programmeId,
      String registrationId,
      String number,
      String title,
      String outcome,
      String reason,
      Instant decidedAt) {}

  record Published(String number, String title) {}

  record PlanPublished(
      String programmeId,
      int planVersion,
      Text title,
      Instant publishedAt,
      List<Published> commitments) {}
}
