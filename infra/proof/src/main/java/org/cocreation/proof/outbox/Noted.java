package org.cocreation.proof.outbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A state, and at the same time the event that tells it: as large as an attendance is. */
public record Noted(
    String noteId,
    String programmeId,
    String sessionId,
    int revision,
    String outcome,
    String mode,
    int minutes,
    int requiredMinutes,
    int scheduledMinutes,
    Why why,
    Instant recordedAt) {

  /** In both languages. */
  public record Why(String en, String es) {}

  static final String TYPE = "org.cocreation.proof.noted.v1";

  private static final Why WHY =
      new Why(
          "Present online for 85 of 90 minutes; 60 were needed.",
          "Presente en línea 85 de 90 minutos; se necesitaban 60.");

  static Noted of(String id) {
    return new Noted(
        id,
        "belize-2020",
        "webinar-1",
        1,
        "attended",
        "online",
        85,
        60,
        90,
        WHY,
        Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }
}
