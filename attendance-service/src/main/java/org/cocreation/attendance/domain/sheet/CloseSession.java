package org.cocreation.attendance.domain.sheet;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.cocreation.attendance.domain.AttendanceEvent.SessionClosed;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.sheet.Directory.Held;

/**
 * Closes a session: from now on its attendance counts (rule 4 of the domain). Everyone on the
 * roster is recorded, in bulk; that it is being done is a state of the sheet, so that a crash in
 * the middle is made good by going on.
 */
public final class CloseSession {

  private static final String MEANWHILE = "Changed while the session was being closed.";

  private final Directory directory;
  private final Books books;
  private final Assess assess;
  private final Clock clock;
  private final int batch;

  /**
   * @param batch how many people are recorded together
   */
  public CloseSession(Directory directory, Books books, Assess assess, Clock clock, int batch) {
    this.directory = directory;
    this.books = books;
    this.assess = assess;
    this.clock = clock;
    this.batch = batch;
  }

  /**
   * What is still unresolved.
   *
   * @throws Refused when there is no such session
   */
  public Unresolved unresolved(SessionKey session) {
    return new Unresolving(books, batch).of(directory.session(session));
  }

  /**
   * Closes a session; a closed one stays as it is.
   *
   * @param acknowledged whether the coordinator closes although something is unresolved
   * @throws Refused when there is no such session, it was cancelled or has not begun, or something
   *     is unresolved and not acknowledged
   */
  public Sheet close(SessionKey session, boolean acknowledged, String by) {
    Held held = directory.session(session);
    if (!held.sheet().counting()) {
      held.takingPlace();
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      if (now.isBefore(held.session().startsAt())) {
        throw new Refused(
            Refused.Reason.SESSION_NOT_STARTED, "This session has not begun; close it afterwards.");
      }
      if (!acknowledged) {
        refuseUnresolved(session);
      }
      int undecided = books.observations().waiting(session);
      books
          .sheets()
          .change(
              session.value(),
              found -> {
                Sheet is = found.orElseGet(() -> Sheet.open(session));
                return is.counting()
                    ? Decided.unchanged(false)
                    : Decided.of(
                        is.closing(held.programme().scheduleOf(held.session()), by, now, undecided),
                        true);
              });
    }
    return proceed(session);
  }

  private void refuseUnresolved(SessionKey session) {
    Unresolved unresolved = unresolved(session);
    if (!unresolved.warnings().isEmpty()) {
      throw new Refused(
          Refused.Reason.UNDECIDED_OBSERVATIONS,
          "Something is unresolved. Decide, or close with “acknowledgeUndecided”: true.",
          Map.of(
              "undecided",
              unresolved.waiting(),
              "previews",
              unresolved.previews(),
              "unfinished",
              unresolved.unfinished(),
              "unknown",
              unresolved.unknown(),
              "warnings",
              unresolved.warnings()));
    }
  }

  /** Goes on with a closing that has begun, to its end. */
  Sheet proceed(SessionKey session) {
    Sheet sheet = books.sheets().of(session);
    String after = sheet.done();
    while (sheet.status() == Sheet.Status.CLOSING) {
      SortedMap<String, Boolean> people =
          books.roster().rostered(session.programmeId(), after, batch);
      if (people.isEmpty()) {
        return finish(session);
      }
      assess.all(sheet, people, MEANWHILE);
      String last = people.lastKey();
      after = last;
      sheet =
          books
              .sheets()
              .change(
                  session.value(),
                  found -> {
                    Sheet is = found.orElseThrow();
                    if (is.status() != Sheet.Status.CLOSING) {
                      return Decided.unchanged(is);
                    }
                    Sheet next = is.recordedUpTo(last);
                    return Decided.of(next, next);
                  });
    }
    return sheet;
  }

  private Sheet finish(SessionKey session) {
    Tally tally = books.attendances().tally(session);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    books.happenings().tell(List.of(Happening.closing(books.sheets().of(session))));
    return books
        .sheets()
        .change(
            session.value(),
            found -> {
              Sheet is = found.orElseThrow();
              if (is.status() != Sheet.Status.CLOSING) {
                return Decided.unchanged(is);
              }
              Sheet closed = is.closed(tally, now);
              return Decided.of(
                  closed,
                  List.of(
                      new SessionClosed(
                          session,
                          closed.revision(),
                          Objects.requireNonNull(closed.closedAt()),
                          tally.attended(),
                          tally.notAttended(),
                          tally.unknown())),
                  closed);
            });
  }
}
