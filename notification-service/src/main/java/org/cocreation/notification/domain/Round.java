package org.cocreation.notification.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail to many people of a programme, due at a time and carried out page by page. The cursor
 * is kept, so it goes on wherever it stopped; going over people twice does no harm, for each
 * delivery is once for its cause.
 *
 * @param roundId its identity
 * @param programmeId the programme
 * @param template what it says
 * @param cause what makes its deliveries one of a kind; another cause is another e-mail
 * @param sessionId only those expected or waiting in that session; null for everybody registered
 * @param facts what it tells
 * @param dueAt when it is to be carried out
 * @param usefulUntil when it gets too late, or null
 * @param cursor the registration id last written to, or null before the first
 * @param state where it stands
 */
public record Round(
    String roundId,
    String programmeId,
    Template template,
    String cause,
    @Nullable String sessionId,
    Facts facts,
    Instant dueAt,
    @Nullable Instant usefulUntil,
    @Nullable String cursor,
    State state) {

  /** Where a round stands. */
  public enum State {
    PENDING,
    DONE,
    /** Not to be carried out: its session was cancelled, or it got too late. */
    VOID
  }

  /** Whether this person is one of those it is for. */
  public boolean isFor(Recipient recipient) {
    if (recipient.standing() != Recipient.Standing.REGISTERED) {
      return false;
    }
    if (sessionId == null) {
      return true;
    }
    boolean reminder = template == Template.REMINDER_DAY || template == Template.REMINDER_HOUR;
    return recipient
        .choice(sessionId)
        .filter(choice -> choice.expected() || (!reminder && choice.waiting()))
        .isPresent();
  }

  /** The e-mail to one of them. */
  public Draft to(Recipient recipient) {
    return new Draft(cause, template, recipient.registrationId(), programmeId, facts, usefulUntil);
  }

  /** Whether it would come too late. */
  public boolean tooLate(Instant now) {
    return usefulUntil != null && !now.isBefore(usefulUntil);
  }

  Round reached(String registrationId) {
    return with(registrationId, state);
  }

  Round ended(State end) {
    return with(cursor, end);
  }

  private Round with(@Nullable String nextCursor, State next) {
    return new Round(
        roundId,
        programmeId,
        template,
        cause,
        sessionId,
        facts,
        dueAt,
        usefulUntil,
        nextCursor,
        next);
  }
}
