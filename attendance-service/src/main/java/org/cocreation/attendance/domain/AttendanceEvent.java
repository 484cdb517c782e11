package org.cocreation.attendance.domain;

import java.time.Instant;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.attendance.domain.presence.Outcome;

/** A fact that attendance owns and tells the other services. */
public sealed interface AttendanceEvent {

  /** The session that it is about. */
  SessionKey session();

  /**
   * The attendance of one person at one session counts from now on.
   *
   * @param revision 1, and one more with each correction
   */
  record AttendanceRecorded(
      SessionKey session,
      String registrationId,
      int revision,
      Judgement judgement,
      Instant recordedAt)
      implements AttendanceEvent {}

  /** What was recorded about one person has changed, in outcome or in figures, for a reason. */
  record AttendanceCorrected(
      SessionKey session,
      String registrationId,
      int revision,
      Judgement judgement,
      Outcome previousOutcome,
      String reason,
      Instant recordedAt)
      implements AttendanceEvent {}

  /** Everyone on the roster of a session has been recorded. */
  record SessionClosed(
      SessionKey session,
      int revision,
      Instant closedAt,
      int attended,
      int notAttended,
      int unknown)
      implements AttendanceEvent {}
}
