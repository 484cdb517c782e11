package org.cocreation.registration.domain.registration;

import java.time.Instant;
import java.util.List;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;

/** What can happen to a registration that others learn about. */
public sealed interface RegistrationEvent {
  RegistrationId registrationId();

  ProgrammeId programmeId();

  /** Somebody is registered and the places are settled. */
  record Registered(
      RegistrationId registrationId,
      ProgrammeId programmeId,
      Instant registeredAt,
      IssuedLink link,
      String sector,
      String district,
      List<SettledChoice> choices)
      implements RegistrationEvent {}

  /** The choices are other ones than before and their places are settled; the list is whole. */
  record ChoicesChanged(
      RegistrationId registrationId,
      ProgrammeId programmeId,
      int revision,
      Instant changedAt,
      List<SettledChoice> choices)
      implements RegistrationEvent {}

  /** A freed seat went to this person, who was first in line. */
  record PlacePromoted(
      RegistrationId registrationId,
      ProgrammeId programmeId,
      SessionId sessionId,
      Instant promotedAt)
      implements RegistrationEvent {}

  /** The person does not take part any more. */
  record Cancelled(RegistrationId registrationId, ProgrammeId programmeId, Instant cancelledAt)
      implements RegistrationEvent {}

  /** The former link has stopped working. */
  record LinkReplaced(
      RegistrationId registrationId, ProgrammeId programmeId, IssuedLink link, Instant requestedAt)
      implements RegistrationEvent {}

  /** Everything personal is gone here and is to go everywhere. */
  record Erased(RegistrationId registrationId, ProgrammeId programmeId, Instant erasedAt)
      implements RegistrationEvent {}

  /** The person went to a session's room by the personal join link. */
  record JoinLinkOpened(
      RegistrationId registrationId,
      ProgrammeId programmeId,
      String clickId,
      SessionId sessionId,
      Instant openedAt)
      implements RegistrationEvent {}

  /** How to write to the person; the only event that holds personal data. */
  record ContactSet(
      RegistrationId registrationId, ProgrammeId programmeId, int contactRevision, Person person)
      implements RegistrationEvent {}
}
