package org.cocreation.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail to one person: once for each cause, template and recipient (rule 9 of the domain). It
 * ends sent, failed or dropped; what it tells is deleted when it is sent or dropped.
 *
 * @param deliveryId derived from cause, template and recipient
 * @param registrationId to whom
 * @param programmeId in which programme
 * @param template what it says
 * @param cause the id of the event or reminder behind it
 * @param facts what it tells; null once it is sent or dropped
 * @param state where it stands
 * @param attempts how often the mail server answered with a refusal
 * @param createdAt when it was intended
 * @param dueAt when it is looked at next; null at an end. A claim moves it on, so that nobody else
 *     takes it meanwhile
 * @param usefulUntil when it gets too late, or null
 * @param reason why it waits, failed or was dropped; null while nothing went wrong
 * @param sentAt when the mail server took it, or null
 * @param claims how often it was taken up since somebody last wrote down what came of it
 */
public record Delivery(
    String deliveryId,
    String registrationId,
    String programmeId,
    Template template,
    String cause,
    @Nullable Facts facts,
    State state,
    int attempts,
    Instant createdAt,
    @Nullable Instant dueAt,
    @Nullable Instant usefulUntil,
    @Nullable String reason,
    @Nullable Instant sentAt,
    int claims) {

  /** Where a delivery stands. */
  public enum State {
    /** Everything is there but the address. */
    WAITING_FOR_CONTACT,
    QUEUED,
    SENT,
    FAILED,
    /** Never to be sent: the person was erased, or it got too late. */
    DROPPED
  }

  /** What a change comes to: what to keep and what to announce. */
  public record Outcome(Delivery delivery, List<DeliveryEvent> events) {}

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** A new delivery, due at once if the address is known. */
  public static Delivery intended(Draft draft, boolean reachable, Instant now) {
    return new Delivery(
        draft.deliveryId(),
        draft.registrationId(),
        draft.programmeId(),
        draft.template(),
        draft.cause(),
        draft.facts(),
        reachable ? State.QUEUED : State.WAITING_FOR_CONTACT,
        0,
        now,
        reachable ? now : now.plus(SHORTEST_WAIT),
        draft.usefulUntil(),
        null,
        null,
        0);
  }

  /** Whether it still has a way to go. */
  public boolean open() {
    return state == State.QUEUED || state == State.WAITING_FOR_CONTACT;
  }

  /** Whether it may be taken up now. */
  public boolean due(Instant now) {
    return open() && dueAt != null && !dueAt.isAfter(now);
  }

  /** Whether it would come too late. */
  public boolean tooLate(Instant now) {
    return usefulUntil != null && now.isAfter(usefulUntil);
  }

  /** Taken up by somebody until then; if they are gone by then, somebody else takes it up. */
  public Delivery claimed(Instant until) {
    return new Delivery(
        deliveryId,
        registrationId,
        programmeId,
        template,
        cause,
        facts,
        state,
        attempts,
        createdAt,
        until,
        usefulUntil,
        reason,
        sentAt,
        claims + 1);
  }

  /**
   * Whether whoever had taken it up before was gone before the end: the mail server may have it
   * already.
   */
  public boolean takenUpAgain() {
    return claims > 1;
  }

  /** The address has arrived. */
  public Delivery reachable(Instant now) {
    return state == State.WAITING_FOR_CONTACT
        ? with(State.QUEUED, facts, attempts, now, null, sentAt)
        : this;
  }

  /**
   * The address is still missing; looked at again after as long as it has waited, an hour at most.
   */
  public Delivery unreachable(Instant now) {
    Duration waited = Duration.between(createdAt, now);
    Duration wait = waited.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : waited;
    return with(
        State.WAITING_FOR_CONTACT,
        facts,
        attempts,
        now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait),
        reason,
        sentAt);
  }

  /** Could not be tried, through no fault of its own. */
  public Delivery postponed(Instant until, String why) {
    return with(state, facts, attempts, until, why, sentAt);
  }

  /** The mail server has taken it. */
  public Outcome sent(Instant now) {
    return new Outcome(
        with(State.SENT, null, attempts, null, null, now),
        List.of(
            new DeliveryEvent.EmailSent(deliveryId, registrationId, programmeId, template, now)));
  }

  /** The mail server refused it for now. */
  public Outcome deferred(Instant now, Instant until, String why) {
    return new Outcome(
        with(state, facts, attempts + 1, until, why, sentAt), List.of(failure(now, why, false)));
  }

  /** The mail server refused it for good. */
  public Outcome failed(Instant now, String why) {
    return new Outcome(
        with(State.FAILED, facts, attempts + 1, null, why, sentAt),
        List.of(failure(now, why, true)));
  }

  /** Never to be sent; what it would have told is deleted. */
  public Delivery dropped(String why) {
    return with(State.DROPPED, null, attempts, null, why, sentAt);
  }

  /** Nothing of the person stays in it. */
  public Delivery forgotten() {
    return open() || state == State.FAILED
        ? dropped("The person asked to be forgotten.")
        : with(state, null, attempts, dueAt, reason, sentAt);
  }

  /**
   * Queued again by a coordinator, with its attempts counted anew.
   *
   * @throws IllegalStateException when it has not failed
   */
  public Delivery retried(Instant now) {
    if (state != State.FAILED) {
      throw new IllegalStateException("Not failed: " + state);
    }
    return with(State.QUEUED, facts, 0, now, null, null);
  }

  private DeliveryEvent failure(Instant now, String why, boolean last) {
    return new DeliveryEvent.EmailFailed(
        deliveryId, registrationId, programmeId, template, now, why, last);
  }

  private Delivery with(
      State nextState,
      @Nullable Facts nextFacts,
      int nextAttempts,
      @Nullable Instant nextDue,
      @Nullable String nextReason,
      @Nullable Instant nextSent) {
    return new Delivery(
        deliveryId,
        registrationId,
        programmeId,
        template,
        cause,
        nextFacts,
        nextState,
        nextAttempts,
        createdAt,
        nextDue,
        usefulUntil,
        nextReason,
        nextSent,
        0);
  }
}
