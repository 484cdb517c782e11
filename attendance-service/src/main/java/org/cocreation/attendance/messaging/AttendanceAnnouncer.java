package org.cocreation.attendance.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceCorrected;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceRecorded;
import org.cocreation.attendance.domain.AttendanceEvent.SessionClosed;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.messaging.Announcement;
import org.cocreation.messaging.Announcer;
import org.jspecify.annotations.Nullable;

/** Tells the other services what attendance has found. */
final class AttendanceAnnouncer implements Announcer<AttendanceEvent> {

  static final String TOPIC = "attendance.events";
  static final String RECORDED = "org.cocreation.attendance.attendance-recorded.v1";
  static final String CORRECTED = "org.cocreation.attendance.attendance-corrected.v1";
  static final String CLOSED = "org.cocreation.attendance.session-closed.v1";

  @Override
  public List<Announcement> announce(AttendanceEvent event) {
    if (event instanceof AttendanceRecorded recorded) {
      return List.of(
          new Announcement(
              TOPIC,
              RECORDED,
              recorded.registrationId(),
              answer(
                  recorded.session(),
                  recorded.registrationId(),
                  recorded.revision(),
                  recorded.judgement(),
                  recorded.recordedAt(),
                  null,
                  null)));
    }
    if (event instanceof AttendanceCorrected corrected) {
      return List.of(
          new Announcement(
              TOPIC,
              CORRECTED,
              corrected.registrationId(),
              answer(
                  corrected.session(),
                  corrected.registrationId(),
                  corrected.revision(),
                  corrected.judgement(),
                  corrected.recordedAt(),
                  corrected.previousOutcome().word(),
                  corrected.reason())));
    }
    if (event instanceof SessionClosed closed) {
      return List.of(
          new Announcement(
              TOPIC,
              CLOSED,
              closed.session().programmeId(),
              new Closed(
                  closed.session().programmeId(),
                  closed.session().sessionId(),
                  closed.revision(),
                  closed.closedAt(),
                  closed.attended(),
                  closed.notAttended(),
                  closed.unknown())));
    }
    throw new IllegalStateException("every event is announced");
  }

  private static Answer answer(
      SessionKey session,
      String registrationId,
      int revision,
      Judgement judgement,
      Instant recordedAt,
      @Nullable String previousOutcome,
      @Nullable String reason) {
    return new Answer(
        registrationId,
        session.programmeId(),
        session.sessionId(),
        revision,
        judgement.outcome().word(),
        judgement.mode().name().toLowerCase(Locale.ROOT),
        judgement.minutes(),
        judgement.requiredMinutes(),
        judgement.scheduledMinutes(),
        judgement.why(),
        recordedAt,
        previousOutcome,
        reason);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      String registrationId,
      String programmeId,
      String sessionId,
      int revision,
      String outcome,
      String mode,
      @Nullable Integer minutes,
      int requiredMinutes,
      int scheduledMinutes,
      Bilingual why,
      Instant recordedAt,
      @Nullable String previousOutcome,
      @Nullable String reason) {}

  record Closed(
      String programmeId,
      String sessionId,
      int revision,
      Instant closedAt,
      int attended,
      int notAttended,
      int unknown) {}
}
