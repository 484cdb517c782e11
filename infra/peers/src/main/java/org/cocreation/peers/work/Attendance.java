package org.cocreation.peers.work;

import java.time.Instant;
import org.springframework.data.mongodb.core.mapping.Document;

/** One person's attendance of a closed session. */
@Document("attendance")
public record Attendance(
    String id,
    String sessionKey,
    String programmeId,
    String sessionId,
    String registrationId,
    int revision,
    String outcome,
    String mode,
    int minutes,
    int requiredMinutes,
    int scheduledMinutes,
    Words why,
    Instant recordedAt) {

  private static final Words WHY =
      new Words(
          "Present online for 85 of 90 minutes; 60 were needed.",
          "Presente en línea 85 de 90 minutos; se necesitaban 60.");

  /** What a closing records of somebody who was there. */
  public static Attendance of(Person person, Instant now) {
    String session = person.programmeId() + "/" + person.sessionId();
    return new Attendance(
        session + "/" + person.id(),
        session,
        person.programmeId(),
        person.sessionId(),
        person.id(),
        1,
        "attended",
        person.mode(),
        85,
        60,
        90,
        WHY,
        now);
  }

  /** The event that tells it. */
  public Recorded recorded() {
    return new Recorded(
        registrationId,
        programmeId,
        sessionId,
        revision,
        outcome,
        mode,
        minutes,
        requiredMinutes,
        scheduledMinutes,
        why,
        recordedAt);
  }

  /** The body of {@code attendance-recorded}. */
  public record Recorded(
      String registrationId,
      String programmeId,
      String sessionId,
      int revision,
      String outcome,
      String mode,
      int minutes,
      int requiredMinutes,
      int scheduledMinutes,
      Words why,
      Instant recordedAt) {

    /** The type on the wire. */
    public static final String TYPE = "org.cocreation.attendance.attendance-recorded.v1";

    /** The event's id, the same each time that it is told. */
    public String eventId() {
      return "a-" + registrationId + "-" + revision;
    }
  }
}
