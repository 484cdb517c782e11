package org.cocreation.attendance.domain.visits;

import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.sheet.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One message of a source: something happened to somebody.
 *
 * @param session where
 * @param channel by which way it comes
 * @param source who tells it: a connector, or the door
 * @param ref the source's own stable id of the person in this session
 * @param registrationId who it is, if the source knows; null when this message does not say
 * @param name as the source shows it; null when this message does not say
 * @param email as the source shows it; null when this message does not say
 * @param institution as the source shows it; null when this message does not say
 * @param staff whether they are there as host, speaker or helper; null when it does not say
 * @param happening what happened
 */
public record Told(
    SessionKey session,
    Origin.Channel channel,
    String source,
    String ref,
    @Nullable String registrationId,
    @Nullable String name,
    @Nullable String email,
    @Nullable String institution,
    @Nullable Boolean staff,
    Happening happening) {

  String visitId() {
    return Visit.idOf(session, channel, source, ref);
  }
}
