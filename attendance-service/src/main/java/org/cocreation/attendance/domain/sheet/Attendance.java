package org.cocreation.attendance.domain.sheet;

import java.time.Instant;
import java.util.List;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceCorrected;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceRecorded;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.attendance.domain.presence.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The attendance of one person at one session: a coordinator's mark, and what has been announced.
 * It is recorded once and from then on only corrected, never taken back.
 *
 * @param session the session
 * @param registrationId the person
 * @param mark a coordinator's word; null when there is none
 * @param recorded what was last announced; null before the session is closed
 */
public record Attendance(
    SessionKey session, String registrationId, @Nullable Mark mark, @Nullable Recorded recorded) {

  /** Nothing has been said or announced yet. */
  public static Attendance none(SessionKey session, String registrationId) {
    return new Attendance(session, registrationId, null, null);
  }

  /** The id of its document. */
  public static String idOf(SessionKey session, String registrationId) {
    return session.value() + "/" + registrationId;
  }

  Attendance marked(@Nullable Mark latest) {
    if (mark != null && latest != null && mark.saysTheSameAs(latest)) {
      return this;
    }
    return new Attendance(session, registrationId, latest, recorded);
  }

  /** Without a coordinator's words, which may name somebody. */
  Attendance nameless() {
    return mark == null
        ? this
        : new Attendance(
            session,
            registrationId,
            new Mark(mark.attended(), mark.place(), "erased", mark.by(), mark.at()),
            recorded);
  }

  /**
   * Counts from now on, or counts differently; a judgement with the same outcome and figures
   * changes nothing.
   */
  Attendance judged(Judgement judgement, Instant at) {
    if (recorded == null) {
      return new Attendance(session, registrationId, mark, new Recorded(1, judgement, at));
    }
    if (!recorded.judgement().differsFrom(judgement)) {
      return this;
    }
    return new Attendance(
        session, registrationId, mark, new Recorded(recorded.revision() + 1, judgement, at));
  }

  /** What there is to save and announce when this has become of what was before. */
  Decided<Attendance, Boolean> since(Attendance before, String reason) {
    if (equals(before)) {
      return Decided.unchanged(true);
    }
    Recorded now = recorded;
    Recorded then = before.recorded;
    if (now == null || now.equals(then)) {
      return Decided.of(this, true);
    }
    AttendanceEvent event =
        then == null
            ? new AttendanceRecorded(
                session, registrationId, now.revision(), now.judgement(), now.at())
            : new AttendanceCorrected(
                session,
                registrationId,
                now.revision(),
                now.judgement(),
                then.judgement().outcome(),
                reason,
                now.at());
    return Decided.of(this, List.of(event), true);
  }

  /**
   * What was announced.
   *
   * @param revision 1, and one more with each correction
   * @param judgement what it came to
   * @param at when
   */
  public record Recorded(int revision, Judgement judgement, Instant at) {}
}
