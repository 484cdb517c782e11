package org.cocreation.notification.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Turns facts about single people into e-mails to them.
 *
 * <p>Deliveries are kept before what is known of the person, and their ids come from their cause:
 * after a crash between the two, the facts come again, are judged against the same knowledge, and
 * find their deliveries there.
 */
public final class Correspondence {

  /** The person stays as known: there is nothing to keep but the e-mail itself. */
  private static final UnaryOperator<Recipient> NOTHING_NEW = UnaryOperator.identity();

  private final Recipients recipients;
  private final Deliveries deliveries;
  private final Clock clock;

  public Correspondence(Recipients recipients, Deliveries deliveries, Clock clock) {
    this.recipients = recipients;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * A fact about one person.
   *
   * @param cause the id of the event that told it
   * @param change what it changes in what is known
   * @param drafts the e-mails that follow, from what was known before
   */
  public record News(
      String cause,
      String registrationId,
      String programmeId,
      UnaryOperator<Recipient> change,
      Function<Recipient, List<Draft>> drafts) {

    /** Whether it may change what is known; if not, its e-mails alone show that it was taken in. */
    boolean tellsOfThePerson() {
      return change != NOTHING_NEW;
    }
  }

  /** Somebody registered and got these places. */
  public static News registered(
      String cause,
      String registrationId,
      String programmeId,
      Instant at,
      String sealedLink,
      List<Choice> choices) {
    Instant kept = kept(at);
    Facts facts = Facts.at(kept).choices(choices, List.of());
    return new News(
        cause,
        registrationId,
        programmeId,
        known ->
            known
                .standing(Recipient.Standing.REGISTERED, kept)
                .linked(sealedLink, kept)
                .chose(choices, kept),
        before -> {
          List<Draft> drafts = new ArrayList<>();
          drafts.add(draft(cause, Template.REGISTERED, before, facts));
          if (choices.stream().anyMatch(Choice::waiting)) {
            drafts.add(draft(cause, Template.WAITING, before, facts));
          }
          return drafts;
        });
  }

  /** Somebody chose anew; {@code choices} is the whole new list. */
  public static News changed(
      String cause, String registrationId, String programmeId, Instant at, List<Choice> choices) {
    Instant kept = kept(at);
    return new News(
        cause,
        registrationId,
        programmeId,
        known -> known.chose(choices, kept),
        before -> {
          Facts facts = Facts.at(kept).choices(choices, withdrawn(before, choices));
          List<Draft> drafts = new ArrayList<>();
          drafts.add(draft(cause, Template.CHANGED, before, facts));
          if (choices.stream().anyMatch(now -> now.waiting() && !waited(before, now))) {
            drafts.add(draft(cause, Template.WAITING, before, facts));
          }
          return drafts;
        });
  }

  private static boolean waited(Recipient before, Choice now) {
    return before.choice(now.sessionId()).filter(Choice::waiting).isPresent();
  }

  /** The sessions that somebody was expected in and no longer is. */
  private static List<String> withdrawn(Recipient before, List<Choice> now) {
    Set<String> expected = new HashSet<>();
    now.stream().filter(Choice::expected).forEach(choice -> expected.add(choice.sessionId()));
    return before.choices().stream()
        .filter(choice -> choice.expected() && !expected.contains(choice.sessionId()))
        .map(Choice::sessionId)
        .toList();
  }

  /** A freed seat went to somebody. */
  public static News promoted(
      String cause, String registrationId, String programmeId, Instant at, String sessionId) {
    Instant kept = kept(at);
    Choice seat = new Choice(sessionId, Choice.Mode.VENUE, Choice.Place.SEAT, null);
    return new News(
        cause,
        registrationId,
        programmeId,
        known -> known.promoted(sessionId, kept),
        before ->
            List.of(
                draft(
                    cause,
                    Template.PROMOTED,
                    before,
                    Facts.at(kept).choices(List.of(seat), List.of()).about(sessionId))));
  }

  /** Somebody cancelled their registration. */
  public static News cancelled(
      String cause, String registrationId, String programmeId, Instant at) {
    Instant kept = kept(at);
    return new News(
        cause,
        registrationId,
        programmeId,
        known -> known.standing(Recipient.Standing.CANCELLED, kept),
        before ->
            List.of(
                draft(
                    cause,
                    Template.CANCELLED,
                    before,
                    Facts.at(kept).choices(List.of(), withdrawn(before, List.of())))));
  }

  /** Somebody gets a fresh personal link. */
  public static News relinked(
      String cause, String registrationId, String programmeId, Instant at, String sealedLink) {
    Instant kept = kept(at);
    return new News(
        cause,
        registrationId,
        programmeId,
        known -> known.linked(sealedLink, kept),
        before -> List.of(draft(cause, Template.LINK, before, Facts.at(kept))));
  }

  /**
   * Somebody can no longer complete the programme, and is told what they may still do (rule 6 of
   * the domain).
   *
   * @param missed the sessions recorded as not attended
   * @param open the sessions whose attendance is not closed yet
   * @param why in short
   * @param revoked whether a certificate was revoked by the same: then the e-mail about that says
   *     it
   */
  public static News outOfReach(
      String cause,
      String registrationId,
      String programmeId,
      Instant at,
      List<String> missed,
      List<String> open,
      Words why,
      boolean revoked) {
    List<Facts.Change> sessions = new ArrayList<>();
    missed.forEach(id -> sessions.add(new Facts.Change(id, Facts.What.MISSED, null)));
    open.forEach(id -> sessions.add(new Facts.Change(id, Facts.What.OPEN, null)));
    Facts facts = Facts.at(kept(at)).about(sessions).decided(null, why);
    return told(cause, registrationId, programmeId, Template.OUT_OF_REACH, facts, !revoked);
  }

  /**
   * Somebody who could no longer complete the programme can again.
   *
   * @param open the sessions whose attendance is not closed yet
   * @param complete whether everything is attended: then the e-mail about the certificate says it
   */
  public static News withinReach(
      String cause,
      String registrationId,
      String programmeId,
      Instant at,
      List<String> open,
      Words reason,
      boolean complete) {
    List<Facts.Change> sessions =
        open.stream().map(id -> new Facts.Change(id, Facts.What.OPEN, null)).toList();
    Facts facts = Facts.at(kept(at)).about(sessions).decided(null, reason);
    return told(cause, registrationId, programmeId, Template.WITHIN_REACH, facts, !complete);
  }

  /** A correction of an attendance after closing. */
  public static News corrected(
      String cause,
      String registrationId,
      String programmeId,
      Instant at,
      String sessionId,
      String previousOutcome,
      String outcome,
      Words reason) {
    return new News(
        cause,
        registrationId,
        programmeId,
        NOTHING_NEW,
        before ->
            outcome.equals(previousOutcome)
                ? List.of()
                : List.of(
                    draft(
                        cause,
                        Template.ATTENDANCE_CORRECTED,
                        before,
                        Facts.at(kept(at)).about(sessionId).decided(outcome, reason))));
  }

  /** Something that only has to be told. */
  public static News told(
      String cause, String registrationId, String programmeId, Template template, Facts facts) {
    return told(cause, registrationId, programmeId, template, facts, true);
  }

  private static News told(
      String cause,
      String registrationId,
      String programmeId,
      Template template,
      Facts facts,
      boolean here) {
    return new News(
        cause,
        registrationId,
        programmeId,
        NOTHING_NEW,
        before -> here ? List.of(draft(cause, template, before, facts)) : List.of());
  }

  private static Draft draft(String cause, Template template, Recipient to, Facts facts) {
    return new Draft(cause, template, to.registrationId(), to.programmeId(), facts, null);
  }

  /** Takes in facts, in their order for each person. */
  public void takeIn(List<News> all) {
    Set<String> ids = new LinkedHashSet<>();
    all.forEach(news -> ids.add(news.registrationId()));
    Map<String, Recipient> known = new HashMap<>(recipients.findAll(ids));
    List<Draft> drafts = new ArrayList<>();
    for (News news : all) {
      Recipient before =
          known.getOrDefault(
              news.registrationId(),
              Recipient.unheardOf(news.registrationId(), news.programmeId()));
      if (!before.erased()) {
        drafts.addAll(news.drafts().apply(before));
      }
      known.put(news.registrationId(), news.change().apply(before));
    }
    Instant now = now();
    deliveries.intend(
        drafts.stream()
            .map(
                draft -> {
                  Recipient to = known.get(draft.registrationId());
                  return Delivery.intended(draft, to != null && to.contact() != null, now);
                })
            .toList());
    recipients.changeAll(
        all.stream()
            .filter(News::tellsOfThePerson)
            .map(
                news ->
                    new Recipients.Change(
                        news.registrationId(),
                        news.cause(),
                        kept -> {
                          Recipient before =
                              kept.orElseGet(
                                  () ->
                                      Recipient.unheardOf(
                                          news.registrationId(), news.programmeId()));
                          Recipient after = news.change().apply(before);
                          return after.equals(before) && kept.isPresent()
                              ? Optional.empty()
                              : Optional.of(after);
                        }))
            .toList());
  }

  /**
   * How somebody is to be reached.
   *
   * @param revision grows with every change; the latest wins
   */
  public record Address(
      String cause, String registrationId, String programmeId, Contact contact, int revision) {}

  /** Takes in addresses and lets go what waited for them. */
  public void reach(List<Address> addresses) {
    recipients.changeAll(
        addresses.stream()
            .map(
                address ->
                    new Recipients.Change(
                        address.registrationId(),
                        address.cause(),
                        kept -> {
                          Recipient before =
                              kept.orElseGet(
                                  () ->
                                      Recipient.unheardOf(
                                          address.registrationId(), address.programmeId()));
                          Recipient after = before.reachedAt(address.contact(), address.revision());
                          return after.equals(before) ? Optional.empty() : Optional.of(after);
                        }))
            .toList());
    Instant now = now();
    List<Delivery> waiting =
        deliveries.waitingFor(addresses.stream().map(Address::registrationId).toList());
    deliveries.changeAll(
        waiting.stream()
            .map(
                delivery ->
                    new Deliveries.Change(
                        delivery.deliveryId(),
                        kept -> Optional.of(new Delivery.Outcome(kept.reachable(now), List.of()))))
            .toList());
  }

  /**
   * Forgets who these were: contact, link and choices, e-mails not yet sent, and what sent ones
   * told.
   */
  public void forget(List<String> registrationIds) {
    Instant now = now();
    recipients.changeAll(
        registrationIds.stream()
            .map(
                id ->
                    new Recipients.Change(
                        id, null, kept -> kept.filter(r -> !r.erased()).map(r -> r.forgotten(now))))
            .toList());
    deliveries.changeAll(
        deliveries.to(registrationIds).stream()
            .map(
                delivery ->
                    new Deliveries.Change(
                        delivery.deliveryId(),
                        kept -> Optional.of(new Delivery.Outcome(kept.forgotten(), List.of()))))
            .toList());
  }

  /**
   * The registration was erased: a registration of which nothing is known is remembered as such
   * too.
   */
  public static News erased(String cause, String registrationId, String programmeId, Instant at) {
    return new News(
        cause,
        registrationId,
        programmeId,
        known -> known.forgotten(kept(at)),
        before -> List.of());
  }

  private Instant now() {
    return kept(clock.instant());
  }

  /**
   * To the precision that is kept, so that a fact compares equal with itself when it comes again.
   */
  private static Instant kept(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
