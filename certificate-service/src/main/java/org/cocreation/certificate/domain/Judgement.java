package org.cocreation.certificate.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rule 5 of the domain applied to one person: completion is judged against the sessions planned and
 * not cancelled, never only those held so far. While one of them is not closed, nobody completes
 * the programme.
 *
 * @param verdict what follows
 * @param sessions how the person stands with each planned session, by number
 */
public record Judgement(Verdict verdict, List<Standing> sessions) {

  /**
   * How the person stands with one planned session; {@code attendance} is null when there is no
   * record of them in it.
   */
  public record Standing(Session session, Presence presence, @Nullable Attendance attendance) {}

  public Judgement {
    sessions = List.copyOf(sessions);
  }

  /** Judges these attendances, one per session at most, against the programme as it stands. */
  public static Judgement of(Programme programme, List<Attendance> attendances) {
    Plan plan = programme.plan();
    if (plan == null) {
      return new Judgement(Verdict.OPEN, List.of());
    }
    Map<String, Attendance> bySession = new HashMap<>();
    attendances.forEach(attendance -> bySession.put(attendance.sessionId(), attendance));
    List<Standing> standings = new ArrayList<>();
    for (Session session : plan.planned()) {
      Attendance attendance = bySession.get(session.sessionId());
      standings.add(new Standing(session, presence(programme, session, attendance), attendance));
    }
    return new Judgement(verdict(standings), standings);
  }

  private static Presence presence(
      Programme programme, Session session, @Nullable Attendance attendance) {
    if (attendance != null) {
      return attendance.outcome();
    }
    // Closed without a word about this person: they were not on the roster, so they were not there.
    return programme.hasClosed(session.sessionId()) ? Presence.NOT_ATTENDED : Presence.AWAITED;
  }

  private static Verdict verdict(List<Standing> standings) {
    if (standings.stream().anyMatch(s -> s.presence() == Presence.NOT_ATTENDED)) {
      return Verdict.INCOMPLETE;
    }
    boolean all = standings.stream().allMatch(s -> s.presence() == Presence.ATTENDED);
    return all && !standings.isEmpty() ? Verdict.COMPLETE : Verdict.OPEN;
  }

  /**
   * The planned sessions that a record says were missed. A closed session without a record of the
   * person is not among them: the record may still be on its way.
   */
  public List<CompletionEvent.CompletionOutOfReach.Missed> missed() {
    List<CompletionEvent.CompletionOutOfReach.Missed> missed = new ArrayList<>();
    for (Standing standing : sessions) {
      Attendance attendance = standing.attendance();
      if (attendance != null && standing.presence() == Presence.NOT_ATTENDED) {
        missed.add(
            new CompletionEvent.CompletionOutOfReach.Missed(
                attendance.sessionId(), attendance.why()));
      }
    }
    return missed;
  }

  /** How many planned sessions were attended. */
  public int attended() {
    return with(Presence.ATTENDED).size();
  }

  /** How many sessions are planned and not cancelled. */
  public int planned() {
    return sessions.size();
  }

  /** The planned sessions in which the person stands so. */
  public List<Session> with(Presence presence) {
    return sessions.stream()
        .filter(standing -> standing.presence() == presence)
        .map(Standing::session)
        .toList();
  }
}
