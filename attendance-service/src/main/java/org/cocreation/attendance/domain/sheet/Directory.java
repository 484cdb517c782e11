package org.cocreation.attendance.domain.sheet;

import java.util.Objects;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Schedule;
import org.cocreation.attendance.domain.roster.Programme;
import org.cocreation.attendance.domain.roster.Programmes;
import org.cocreation.attendance.domain.roster.ScheduledSession;
import org.jspecify.annotations.Nullable;

/** Finds sessions, or says that there is none. */
public final class Directory {

  private final Programmes programmes;
  private final Sheets sheets;

  /** Looks in these programmes and sheets. */
  public Directory(Programmes programmes, Sheets sheets) {
    this.programmes = programmes;
    this.sheets = sheets;
  }

  /**
   * A session with its programme and sheet.
   *
   * @throws Refused when there is no such session
   */
  public Held session(SessionKey key) {
    Programme programme = programmes.find(key.programmeId()).orElseThrow(() -> unknown());
    ScheduledSession session = programme.session(key.sessionId()).orElseThrow(() -> unknown());
    return new Held(programme, session, key, sheets.of(key));
  }

  /**
   * A programme.
   *
   * @throws Refused when there is none with this id
   */
  public Programme programme(String programmeId) {
    return programmes
        .find(programmeId)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Reason.UNKNOWN_PROGRAMME,
                    "There is no programme with this id; has registration set it up?"));
  }

  private static Refused unknown() {
    return new Refused(
        Refused.Reason.UNKNOWN_SESSION,
        "There is no session with this id in this programme; has registration set it up?");
  }

  /**
   * A session as it stands.
   *
   * @param programme its programme
   * @param session its place in the programme
   * @param key its name
   * @param sheet its sheet
   */
  public record Held(Programme programme, ScheduledSession session, SessionKey key, Sheet sheet) {

    /** The schedule that counts: once closing has begun the one that it began with. */
    public Schedule schedule() {
      return sheet.judgedBy() == null ? programme.scheduleOf(session) : sheet.judgedBy();
    }

    /** Refuses a session that was cancelled and not closed before that. */
    public Held takingPlace() {
      if (session.cancelled() && !sheet.counting()) {
        throw new Refused(
            Refused.Reason.SESSION_CANCELLED,
            "This session was cancelled; there is no attendance to take.");
      }
      return this;
    }

    /** The reason, which must be there once the session's attendance counts. */
    public @Nullable String reasonToo(@Nullable String reason) {
      if (sheet.counting()) {
        return requireReason(reason);
      }
      return reason == null || reason.isBlank() ? null : reason.strip();
    }

    static String requireReason(@Nullable String reason) {
      if (reason == null || reason.isBlank()) {
        throw new Refused(
            Refused.Reason.REASON_REQUIRED,
            "Say why in “reason”: this changes attendance that counts, and people are told.");
      }
      return Objects.requireNonNull(reason).strip();
    }
  }
}
