package org.cocreation.certificate.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cocreation.certificate.domain.Attendance;
import org.cocreation.certificate.domain.Mode;
import org.cocreation.certificate.domain.Plan;
import org.cocreation.certificate.domain.Presence;
import org.cocreation.certificate.domain.Session;
import org.cocreation.certificate.domain.Signatory;
import org.cocreation.certificate.domain.Words;
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
      Rules rules,
      List<Signer> signatories,
      List<String> organisers,
      List<PlannedSession> sessions) {

    Plan plan() {
      return new Plan(
          revision,
          title.words(),
          timeZone,
          status.equals("cancelled"),
          rules.attendedShare(),
          sessions.stream().map(PlannedSession::session).toList(),
          signatories.stream().map(s -> new Signatory(s.name(), s.title())).toList(),
          organisers);
    }
  }

  record Rules(double attendedShare) {}

  record Signer(String name, String title) {}

  record PlannedSession(
      String sessionId,
      int number,
      Text title,
      Instant startsAt,
      int durationMinutes,
      String status) {

    Session session() {
      return new Session(
          sessionId, number, title.words(), startsAt, durationMinutes, status.equals("cancelled"));
    }
  }

  record Registered(
      String registrationId, String programmeId, Instant registeredAt, String linkHash) {}

  record RegistrationCancelled(String registrationId, String programmeId, Instant cancelledAt) {}

  record LinkReplaced(
      String registrationId, String programmeId, String linkHash, Instant requestedAt) {}

  record RegistrationErased(String registrationId, String programmeId, Instant erasedAt) {}

  record Contact(
      String registrationId, String programmeId, int revision, String name, String language) {}

  /** Both {@code attendance-recorded} and {@code attendance-corrected}. */
  record AttendanceSettled(
      String registrationId,
      String programmeId,
      String sessionId,
      int revision,
      String outcome,
      String mode,
      @Nullable Integer minutes,
      int requiredMinutes,
      int scheduledMinutes,
      Text why,
      Instant recordedAt) {

    Attendance attendance(boolean corrected) {
      return new Attendance(
          sessionId,
          revision,
          Presence.valueOf(constant(outcome)),
          Mode.valueOf(constant(mode)),
          minutes,
          requiredMinutes,
          scheduledMinutes,
          why.words(),
          recordedAt,
          corrected);
    }

    private static String constant(String value) {
      return value.toUpperCase(Locale.ROOT).replace('-', '_');
    }
  }

  record SessionClosed(String programmeId, String sessionId, int revision) {}
}
