package org.cocreation.attendance.domain.roster;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Schedule;

/**
 * What attendance keeps of a programme: its sessions, its time zone and its rule for attending.
 *
 * @param programmeId its id
 * @param revision registration's revision of the document; a lower one is older news
 * @param zone in which times without a zone are read and people are told times
 * @param attendedShare the share of the scheduled time that makes "attended", 0 to 1
 * @param leadMinutes how long before its start presence at a session begins to count
 * @param tailMinutes how long after its scheduled end presence still counts
 * @param sessions its sessions, in the order of the programme
 */
public record Programme(
    String programmeId,
    int revision,
    ZoneId zone,
    double attendedShare,
    int leadMinutes,
    int tailMinutes,
    List<ScheduledSession> sessions) {

  /** Keeps its own copy of the sessions. */
  public Programme {
    sessions = List.copyOf(sessions);
  }

  /** The session with this id. */
  public Optional<ScheduledSession> session(String sessionId) {
    return sessions.stream().filter(session -> session.sessionId().equals(sessionId)).findFirst();
  }

  /** How one of its sessions names itself across programmes. */
  public SessionKey key(ScheduledSession session) {
    return new SessionKey(programmeId, session.sessionId());
  }

  /** When a session takes place and what counts as having attended it. */
  public Schedule scheduleOf(ScheduledSession session) {
    return new Schedule(
        session.startsAt(),
        session.durationMinutes(),
        zone,
        attendedShare,
        leadMinutes,
        tailMinutes);
  }
}
