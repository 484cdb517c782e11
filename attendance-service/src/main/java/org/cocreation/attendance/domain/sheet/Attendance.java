package org.cocreation.attendance.domain.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceCorrected;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceRecorded;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.attendance.domain.presence.Mark;
import org.cocreation.attendance.domain.presence.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The attendance of one person at one session: a coordinator's mark, and what has been announced.
 * It is recorded once and from then on only corrected, never taken back.
 *
 * @param session the session
 * @param registrationId the person
 * @param mark a coordinator's word; null when there is none
 * @param recorded what was last announced; null before the session is closed
 * @param untold what happened to it and is not in the session's history yet
 */
public record Attendance(
    SessionKey session,
    String registrationId,
    @Nullable Mark mark,
    @Nullable Recorded recorded,
    List<Happening> untold) {

  /** Keeps its own copy. */
  public Attendance {
    untold = List.copyOf(untold);
  }

  /** Nothing has been said or announced yet. */
  public static Attendance none(SessionKey session, String registrationId) {
    return new Attendance(session, registrationId, null, null, List.of());
  }

  /** The id of its document. */
  public static String idOf(SessionKey session, String registrationId) {
    return session.value() + "/" + registrationId;
  }

  /** A coordinator says so, or takes back what was said. */
  Attendance marked(@Nullable Mark latest, Import.Signed signed) {
    if (latest == null ? mark == null : mark != null && mark.saysTheSameAs(latest)) {
      return this;
    }
    Happening.Kind kind = latest == null ? Happening.Kind.MARK_WITHDRAWN : Happening.Kind.MARK;
    return with(
        latest,
        recorded,
        new Happening(
            idOf(session, registrationId) + "/" + kind.word() + "/" + signed.at().toEpochMilli(),
            session,
            kind,
            signed.by(),
            signed.at(),
            null,
            null,
            List.of(registrationId),
            said(mark),
            said(latest),
            signed.reason()));
  }

  /** All that happened has been told. */
  Attendance told(Collection<Happening> all) {
    return new Attendance(
        session,
        registrationId,
        mark,
        recorded,
        untold.stream().filter(each -> !all.contains(each)).toList());
  }

  /** Without a coordinator's words, which may name somebody. */
  Attendance nameless() {
    return mark == null
        ? this
        : new Attendance(
            session,
            registrationId,
            new Mark(mark.attended(), mark.place(), "erased", mark.by(), mark.at()),
            recorded,
            untold.stream().map(Happening::nameless).toList());
  }

  /**
   * Counts from now on, or counts differently; a judgement with the same outcome and figures
   * changes nothing.
   */
  Attendance judged(Judgement judgement, Instant at) {
    if (recorded == null) {
      return new Attendance(session, registrationId, mark, new Recorded(1, judgement, at), untold);
    }
    if (!recorded.judgement().differsFrom(judgement)) {
      return this;
    }
    return new Attendance(
        session,
        registrationId,
        mark,
        new Recorded(recorded.revision() + 1, judgement, at),
        untold);
  }

  /** What there is to save and announce when this has become of what was before. */
  Decided<Attendance, Optional<Attendance>> since(Attendance before, String reason) {
    if (equals(before)) {
      return Decided.unchanged(Optional.of(this));
    }
    Recorded now = recorded;
    Recorded then = before.recorded;
    if (now == null || now.equals(then)) {
      return Decided.of(this, Optional.of(this));
    }
    if (then == null) {
      return Decided.of(
          this,
          List.of(
              new AttendanceRecorded(
                  session, registrationId, now.revision(), now.judgement(), now.at())),
          Optional.of(this));
    }
    Attendance corrected = with(mark, now, correction(then, now, reason));
    return Decided.of(
        corrected,
        List.of(
            new AttendanceCorrected(
                session,
                registrationId,
                now.revision(),
                now.judgement(),
                then.judgement().outcome(),
                reason,
                now.at())),
        Optional.of(corrected));
  }

  private Happening correction(Recorded then, Recorded now, String reason) {
    return new Happening(
        idOf(session, registrationId) + "/" + now.revision(),
        session,
        Happening.Kind.CORRECTION,
        null,
        now.at(),
        null,
        null,
        List.of(registrationId),
        standing(then),
        standing(now),
        reason);
  }

  private Attendance with(
      @Nullable Mark latest, @Nullable Recorded latestRecorded, Happening happened) {
    List<Happening> all = new ArrayList<>(untold);
    all.add(happened);
    return new Attendance(session, registrationId, latest, latestRecorded, all);
  }

  private static Happening.Standing standing(Recorded recorded) {
    return new Happening.Standing(
        recorded.judgement().outcome().word(), List.of(), recorded.judgement().minutes());
  }

  private static Happening.@Nullable Standing said(@Nullable Mark mark) {
    return mark == null
        ? null
        : new Happening.Standing(
            (mark.attended() ? Outcome.ATTENDED : Outcome.NOT_ATTENDED).word(), List.of(), null);
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
