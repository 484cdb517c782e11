package org.cocreation.notification.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Carries out the rounds whose time has come, page by page in bounded memory, from wherever they
 * stopped.
 */
public final class RoundWalk {

  private static final int ROUNDS_AT_ONCE = 20;

  private final Rounds rounds;
  private final Recipients recipients;
  private final Deliveries deliveries;
  private final Clock clock;
  private final int page;

  /**
   * @param page people per page
   */
  public RoundWalk(
      Rounds rounds, Recipients recipients, Deliveries deliveries, Clock clock, int page) {
    this.rounds = rounds;
    this.recipients = recipients;
    this.deliveries = deliveries;
    this.clock = clock;
    this.page = page;
  }

  /**
   * Carries out what is due.
   *
   * @return how many rounds were due
   */
  public int walk() {
    List<Round> due = rounds.due(clock.instant(), ROUNDS_AT_ONCE);
    due.forEach(this::walk);
    return due.size();
  }

  private void walk(Round due) {
    Optional<Round> round = Optional.of(due);
    while (round.isPresent() && round.get().state() == Round.State.PENDING) {
      Round current = round.get();
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      if (current.tooLate(now)) {
        round = advance(current, current.ended(Round.State.VOID));
        continue;
      }
      List<Recipient> some = recipients.page(current.programmeId(), current.cursor(), page);
      deliveries.intend(
          some.stream()
              .filter(current::isFor)
              .map(to -> Delivery.intended(current.to(to), to.contact() != null, now))
              .toList());
      round =
          some.size() < page
              ? advance(current, current.ended(Round.State.DONE))
              : advance(current, current.reached(some.get(page - 1).registrationId()));
    }
  }

  /** Moves on, unless the round was moved, cancelled or ended meanwhile. */
  private Optional<Round> advance(Round from, Round to) {
    Optional<Round> now =
        rounds.change(
            from.roundId(),
            kept -> kept.filter(from::equals).isPresent() ? Optional.of(to) : Optional.empty());
    return now.filter(to::equals);
  }
}
