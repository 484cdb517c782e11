package org.cocreation.notification.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.cocreation.notification.domain.Postbox.Posted;

/**
 * Takes up due deliveries, posts them and records what became of each. A claim in the store keeps
 * others from the same deliveries; if this process dies, they are due again when the claim ends.
 */
public final class Sending {

  private final Deliveries deliveries;
  private final Recipients recipients;
  private final Programmes programmes;
  private final Postbox postbox;
  private final Clock clock;
  private final RandomGenerator random;
  private final Patience patience;

  public Sending(
      Deliveries deliveries,
      Recipients recipients,
      Programmes programmes,
      Postbox postbox,
      Clock clock,
      RandomGenerator random,
      Patience patience) {
    this.deliveries = deliveries;
    this.recipients = recipients;
    this.programmes = programmes;
    this.postbox = postbox;
    this.clock = clock;
    this.random = random;
    this.patience = patience;
  }

  /**
   * Claims up to that many due deliveries for the caller; none while the mail server is known to be
   * away.
   */
  public List<Delivery> claim(int limit) {
    if (!postbox.open()) {
      return List.of();
    }
    Instant now = now();
    List<Delivery> due = deliveries.due(now, limit);
    return deliveries.changeAll(
        due.stream()
            .map(
                found ->
                    new Deliveries.Change(
                        found.deliveryId(),
                        kept ->
                            kept.due(now)
                                ? outcome(kept.claimed(now.plus(patience.lease())))
                                : Optional.empty()))
            .toList());
  }

  /**
   * Which of the claimed deliveries are posted together and then recorded together. One that was
   * taken up before may have been sent already; it is alone, so that its outcome is written down at
   * once: whatever ends this process again and again must not send somebody the same e-mail each
   * time.
   */
  public static List<List<Delivery>> together(List<Delivery> claimed) {
    List<List<Delivery>> all = new ArrayList<>();
    all.add(claimed.stream().filter(one -> !one.takenUpAgain()).toList());
    claimed.stream().filter(Delivery::takenUpAgain).forEach(one -> all.add(List.of(one)));
    all.removeIf(List::isEmpty);
    return all;
  }

  /**
   * Posts claimed deliveries.
   *
   * @return what became of each, which is to be {@link #record recorded}: what is not is posted
   *     once more when its claim ends
   */
  public List<Deliveries.Change> post(List<Delivery> claimed) {
    Map<String, Recipient> to = recipients.findAll(distinct(claimed, Delivery::registrationId));
    Map<String, Programme> in = programmes.findAll(distinct(claimed, Delivery::programmeId));
    List<Letter> letters = new ArrayList<>();
    Map<String, Function<Delivery, Optional<Delivery.Outcome>>> ends = new HashMap<>();
    Instant before = now();
    for (Delivery delivery : claimed) {
      Recipient recipient = to.get(delivery.registrationId());
      Programme programme = in.get(delivery.programmeId());
      Facts facts = delivery.facts();
      if (facts == null || (recipient != null && recipient.erased())) {
        end(ends, delivery, kept -> kept.dropped("The person asked to be forgotten."));
      } else if (delivery.tooLate(before)) {
        end(ends, delivery, kept -> kept.dropped("It could not be sent in time to be of use."));
      } else if (recipient == null || recipient.contact() == null) {
        end(ends, delivery, kept -> kept.unreachable(before));
      } else if (programme == null) {
        Instant again = before.plus(Patience.jittered(patience.awayPause(), random));
        end(ends, delivery, kept -> kept.postponed(again, "The programme is not known here yet."));
      } else if (overtaken(delivery.template(), facts, recipient, programme)) {
        end(
            ends,
            delivery,
            kept -> kept.dropped("The session was moved or cancelled, or is not theirs any more."));
      } else {
        letters.add(
            new Letter(
                delivery.deliveryId(),
                delivery.template(),
                facts,
                recipient.contact(),
                recipient,
                programme));
      }
    }
    if (!letters.isEmpty()) {
      Map<String, Posted> posted = postbox.post(letters);
      Instant after = now();
      posted.forEach((id, what) -> ends.put(id, kept -> Optional.of(after(kept, what, after))));
    }
    List<Deliveries.Change> changes = new ArrayList<>();
    ends.forEach(
        (id, change) ->
            changes.add(
                new Deliveries.Change(
                    id, kept -> kept.open() ? change.apply(kept) : Optional.empty())));
    return changes;
  }

  /** Records what became of deliveries that were posted; once more does no harm. */
  public void record(List<Deliveries.Change> ends) {
    deliveries.changeAll(ends);
  }

  private static void end(
      Map<String, Function<Delivery, Optional<Delivery.Outcome>>> ends,
      Delivery delivery,
      Function<Delivery, Delivery> change) {
    ends.put(delivery.deliveryId(), kept -> outcome(change.apply(kept)));
  }

  /** A reminder of a session that is not held then, or not with this person. */
  private static boolean overtaken(
      Template template, Facts facts, Recipient recipient, Programme programme) {
    if (template != Template.REMINDER_DAY && template != Template.REMINDER_HOUR) {
      return false;
    }
    for (Facts.Change about : facts.changes()) {
      Optional<Session> session = programme.session(about.sessionId());
      boolean stands =
          session.isPresent()
              && programme.holds(session.get())
              && session.get().startsAt().equals(about.before())
              && recipient.standing() == Recipient.Standing.REGISTERED
              && recipient.choice(about.sessionId()).filter(Choice::expected).isPresent();
      if (!stands) {
        return true;
      }
    }
    return false;
  }

  private Delivery.Outcome after(Delivery kept, Posted posted, Instant now) {
    if (posted instanceof Posted.Taken) {
      return kept.sent(now);
    }
    if (posted instanceof Posted.Refused refused) {
      return kept.failed(now, refused.reason());
    }
    if (posted instanceof Posted.Deferred deferred) {
      int refusals = kept.attempts() + 1;
      return refusals >= patience.attempts()
          ? kept.failed(now, deferred.reason())
          : kept.deferred(now, now.plus(patience.pause(refusals, random)), deferred.reason());
    }
    Posted.Away away = (Posted.Away) posted;
    Instant again = now.plus(Patience.jittered(patience.awayPause(), random));
    return new Delivery.Outcome(kept.postponed(again, away.reason()), List.of());
  }

  private static Optional<Delivery.Outcome> outcome(Delivery delivery) {
    return Optional.of(new Delivery.Outcome(delivery, List.of()));
  }

  private static Set<String> distinct(Collection<Delivery> all, Function<Delivery, String> part) {
    return all.stream().map(part).collect(Collectors.toSet());
  }

  /**
   * Queues a failed delivery again.
   *
   * @return the delivery afterwards; empty when there is none of that id
   * @throws IllegalStateException when it has not failed
   */
  public Optional<Delivery> retry(String deliveryId) {
    Instant now = now();
    deliveries.changeAll(
        List.of(new Deliveries.Change(deliveryId, kept -> outcome(kept.retried(now)))));
    return deliveries.find(deliveryId);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
