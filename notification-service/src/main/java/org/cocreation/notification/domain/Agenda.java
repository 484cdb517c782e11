package org.cocreation.notification.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cocreation.notification.domain.Facts.What;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the programmes and plans what is to be said about their sessions: reminders before them,
 * and a word to everybody concerned when one is moved, cancelled or restored or its place changes.
 */
public final class Agenda {

  private final Programmes programmes;
  private final Rounds rounds;
  private final Clock clock;
  private final Duration day;
  private final Duration hour;

  /**
   * @param day how long before the start the first reminder is due
   * @param hour how long before the start the second is due
   */
  public Agenda(Programmes programmes, Rounds rounds, Clock clock, Duration day, Duration hour) {
    this.programmes = programmes;
    this.rounds = rounds;
    this.clock = clock;
    this.day = day;
    this.hour = hour;
  }

  /**
   * Takes over a programme. Rounds are kept before the programme, and their ids come from the
   * cause, so that after a crash between the two nothing is missing and nothing doubled.
   *
   * @param cause the id of the event that told it
   */
  public void set(String cause, Programme next) {
    Optional<Programme> before = programmes.find(next.programmeId());
    if (before.isPresent() && before.get().revision() >= next.revision()) {
      return;
    }
    Programme whole = before.map(old -> withDropped(old, next)).orElse(next);
    Instant now = clock.instant();
    for (Session session : whole.sessions()) {
      before
          .flatMap(
              old -> old.session(session.sessionId()).map(was -> change(old, was, whole, session)))
          .filter(change -> change.what() != What.NAMED)
          .filter(change -> concerns(change, session, now))
          .ifPresent(change -> tell(cause, whole, change));
      remind(Template.REMINDER_DAY, whole, session, day, hour, now);
      remind(Template.REMINDER_HOUR, whole, session, hour, Duration.ZERO, now);
    }
    programmes.keep(whole);
  }

  /** A session that left the programme is a cancelled one. */
  private static Programme withDropped(Programme old, Programme next) {
    List<Session> all = new ArrayList<>(next.sessions());
    for (Session was : old.sessions()) {
      if (next.session(was.sessionId()).isEmpty()) {
        all.add(
            new Session(
                was.sessionId(),
                was.number(),
                was.title(),
                was.startsAt(),
                was.durationMinutes(),
                true,
                was.venue(),
                was.room()));
      }
    }
    return new Programme(
        next.programmeId(),
        next.revision(),
        next.setAt(),
        next.title(),
        next.timeZone(),
        next.cancelled(),
        next.organisers(),
        next.websiteUrl(),
        all);
  }

  private static Facts.Change change(Programme old, Session was, Programme next, Session is) {
    boolean held = next.holds(is);
    What what = What.NAMED;
    @Nullable Instant before = null;
    if (old.holds(was) != held) {
      what = held ? What.RESTORED : What.CANCELLED;
    } else if (held && !was.startsAt().equals(is.startsAt())) {
      what = What.MOVED;
      before = was.startsAt();
    } else if (held && was.durationMinutes() != is.durationMinutes()) {
      what = What.MOVED;
      before = was.startsAt();
    } else if (held
        && (!Objects.equals(was.venue(), is.venue()) || !Objects.equals(was.room(), is.room()))) {
      what = What.PLACE;
    }
    return new Facts.Change(is.sessionId(), what, before);
  }

  /** What is past both before and after is nobody's business any more. */
  private static boolean concerns(Facts.Change change, Session session, Instant now) {
    Instant was = change.before();
    return session.endsAt().isAfter(now) || (was != null && was.isAfter(now));
  }

  private void tell(String cause, Programme programme, Facts.Change change) {
    String id = "session-changed:" + cause + ":" + change.sessionId();
    Instant now = kept(clock.instant());
    rounds.change(
        id,
        kept ->
            kept.isPresent()
                ? Optional.empty()
                : Optional.of(
                    new Round(
                        id,
                        programme.programmeId(),
                        Template.SESSION_CHANGED,
                        cause + ":" + change.sessionId(),
                        change.sessionId(),
                        Facts.at(programme.setAt()).about(List.of(change)),
                        now,
                        null,
                        null,
                        Round.State.PENDING)));
  }

  private void remind(
      Template template,
      Programme programme,
      Session session,
      Duration lead,
      Duration usefulUpTo,
      Instant now) {
    String id = template.code() + ":" + programme.programmeId() + ":" + session.sessionId();
    Round wanted =
        new Round(
            id,
            programme.programmeId(),
            template,
            id + "@" + session.startsAt(),
            session.sessionId(),
            Facts.at(session.startsAt())
                .about(
                    List.of(new Facts.Change(session.sessionId(), What.NAMED, session.startsAt()))),
            session.startsAt().minus(lead),
            session.startsAt().minus(usefulUpTo),
            null,
            Round.State.PENDING);
    boolean useful = programme.holds(session) && !wanted.tooLate(now);
    rounds.change(
        id,
        kept -> {
          if (!useful) {
            return kept.filter(round -> round.state() == Round.State.PENDING)
                .map(round -> round.ended(Round.State.VOID));
          }
          boolean same =
              kept.filter(round -> round.cause().equals(wanted.cause()))
                  .filter(round -> round.state() != Round.State.VOID)
                  .isPresent();
          return same ? Optional.empty() : Optional.of(wanted);
        });
  }

  /** Plans an e-mail to everybody registered in a programme, at once. */
  public void tellEverybody(String cause, String programmeId, Template template, Facts facts) {
    String id = template.code() + ":" + cause;
    Instant now = kept(clock.instant());
    rounds.change(
        id,
        kept ->
            kept.isPresent()
                ? Optional.empty()
                : Optional.of(
                    new Round(
                        id,
                        programmeId,
                        template,
                        cause,
                        null,
                        facts,
                        now,
                        null,
                        null,
                        Round.State.PENDING)));
  }

  private static Instant kept(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
