package org.cocreation.attendance.domain.sheet;

import java.time.Instant;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a session: its attendance counts only once a coordinator has closed it (rule 4 of
 * the domain).
 *
 * <p>Closing is a state that lasts until everyone on the roster has been recorded. From its
 * beginning on the sheet keeps the schedule by which it judges, whatever becomes of the programme.
 *
 * @param session the session
 * @param status open, closing or closed
 * @param judgedBy the schedule; null while open
 * @param closedBy the coordinator who closed it; null while open
 * @param closingSince when that was; null while open
 * @param undecided how many observations the coordinator left undecided then
 * @param done the last registration id that is known to have been recorded in closing; "" at first
 * @param closedAt when everyone had been recorded; null before
 * @param counts the outcomes at that time; null before
 * @param revision 0 while open, 1 once closed
 */
public record Sheet(
    SessionKey session,
    Status status,
    @Nullable Schedule judgedBy,
    @Nullable String closedBy,
    @Nullable Instant closingSince,
    int undecided,
    String done,
    @Nullable Instant closedAt,
    @Nullable Tally counts,
    int revision) {

  /** The sheet of a session that nobody has begun to close. */
  public static Sheet open(SessionKey session) {
    return new Sheet(session, Status.OPEN, null, null, null, 0, "", null, null, 0);
  }

  /** Whether attendance is recorded as soon as it is known. */
  public boolean counting() {
    return status != Status.OPEN;
  }

  Sheet closing(Schedule schedule, String by, Instant at, int leftUndecided) {
    return new Sheet(session, Status.CLOSING, schedule, by, at, leftUndecided, "", null, null, 0);
  }

  Sheet recordedUpTo(String registrationId) {
    return new Sheet(
        session,
        status,
        judgedBy,
        closedBy,
        closingSince,
        undecided,
        registrationId.compareTo(done) > 0 ? registrationId : done,
        closedAt,
        counts,
        revision);
  }

  Sheet closed(Tally tally, Instant at) {
    return new Sheet(
        session,
        Status.CLOSED,
        judgedBy,
        closedBy,
        closingSince,
        undecided,
        done,
        at,
        tally,
        revision + 1);
  }

  /** How far a session's sheet has come. */
  public enum Status {
    /** Evidence is gathered; nothing counts yet. */
    OPEN,
    /** Everyone on the roster is being recorded. */
    CLOSING,
    /** Everyone has been recorded; changes are corrections. */
    CLOSED
  }
}
