package org.cocreation.attendance.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of other services' events, and no more. */
final class Arrivals {

  private Arrivals() {}

  record ProgrammeSet(
      String programmeId, int revision, String timeZone, Rules rules, List<Session> sessions) {}

  record Rules(
      @Nullable Double attendedShare,
      @Nullable Integer leadMinutes,
      @Nullable Integer tailMinutes) {}

  record Session(
      String sessionId,
      int number,
      Title title,
      Instant startsAt,
      int durationMinutes,
      String status) {}

  record Title(String en, @Nullable String es) {}

  record Registered(
      String registrationId,
      String programmeId,
      Instant registeredAt,
      String linkHash,
      List<Chosen> choices) {}

  record ChoicesChanged(
      String registrationId, String programmeId, Instant changedAt, List<Chosen> choices) {}

  record Chosen(String sessionId, String mode, String place) {}

  record PlacePromoted(
      String registrationId, String programmeId, String sessionId, Instant promotedAt) {}

  record RegistrationCancelled(String registrationId, String programmeId, Instant cancelledAt) {}

  record LinkReplaced(
      String registrationId, String programmeId, String linkHash, Instant requestedAt) {}

  record RegistrationErased(String registrationId, String programmeId, Instant erasedAt) {}

  record JoinLinkOpened(
      String clickId,
      String registrationId,
      String programmeId,
      String sessionId,
      Instant openedAt) {}

  record Observed(
      String connector,
      String eventId,
      String programmeId,
      String sessionId,
      String participantRef,
      @Nullable String connectionId,
      @Nullable String registrationId,
      @Nullable String name,
      @Nullable String email,
      @Nullable String institution,
      @Nullable Boolean staff,
      @Nullable String place,
      String kind,
      Instant at,
      @Nullable Instant until) {

    /** Never shows who it is about. */
    @Override
    public String toString() {
      return "Observed[" + connector + " " + kind + "]";
    }
  }

  record Contact(
      String registrationId,
      String programmeId,
      int revision,
      String name,
      String email,
      @Nullable String organisation) {}
}
