package org.cocreation.certificate.domain;

import java.time.Instant;

/**
 * A session as the programme plans it.
 *
 * @param sessionId its identity within the programme
 * @param number its place in the programme, from 1
 * @param title what people call it
 * @param startsAt when it starts
 * @param durationMinutes its scheduled length in minutes
 * @param cancelled whether it will not be, or was not, held; a cancelled session is not asked for
 */
public record Session(
    String sessionId,
    int number,
    Words title,
    Instant startsAt,
    int durationMinutes,
    boolean cancelled) {

  Session withdrawn() {
    return new Session(sessionId, number, title, startsAt, durationMinutes, true);
  }
}
