package org.cocreation.attendance.messaging;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.cocreation.attendance.domain.roster.Choice;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Programme;
import org.cocreation.attendance.domain.roster.ScheduledSession;
import org.cocreation.attendance.domain.sheet.FollowRoster;
import org.cocreation.attendance.domain.sheet.FollowRoster.News;
import org.cocreation.attendance.domain.visits.ForgetVisits;
import org.cocreation.messaging.Event;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what registration tells about programmes and people.
 *
 * <p>Every handler is of shape (c), latest wins: each part of a person or programme keeps the time
 * or revision of its source and older news of that part is ignored; erasure is final. What follows
 * from the news (matching, recording after closing) is done again with a repeated event and changes
 * nothing then.
 */
final class RosterIntake {

  private static final double DEFAULT_SHARE = 0.6667;

  private final FollowRoster roster;
  private final ForgetVisits visits;

  RosterIntake(FollowRoster roster, ForgetVisits visits) {
    this.roster = roster;
    this.visits = visits;
  }

  void programmesSet(List<Event<Arrivals.ProgrammeSet>> events) {
    roster.programmesSet(events.stream().map(event -> programme(event.body())).toList());
  }

  void registered(List<Event<Arrivals.Registered>> events) {
    tell(
        events,
        body ->
            new News(
                body.registrationId(),
                body.programmeId(),
                person ->
                    person.registered(
                        millis(body.registeredAt()), body.linkHash(), choices(body.choices()))));
  }

  void choicesChanged(List<Event<Arrivals.ChoicesChanged>> events) {
    tell(
        events,
        body ->
            new News(
                body.registrationId(),
                body.programmeId(),
                person -> person.chose(millis(body.changedAt()), choices(body.choices()))));
  }

  void promoted(List<Event<Arrivals.PlacePromoted>> events) {
    tell(
        events,
        body ->
            new News(
                body.registrationId(),
                body.programmeId(),
                person -> person.promoted(millis(body.promotedAt()), body.sessionId())));
  }

  void cancelled(List<Event<Arrivals.RegistrationCancelled>> events) {
    tell(
        events,
        body ->
            new News(
                body.registrationId(),
                body.programmeId(),
                person -> person.cancelled(millis(body.cancelledAt()))));
  }

  void linkReplaced(List<Event<Arrivals.LinkReplaced>> events) {
    tell(
        events,
        body ->
            new News(
                body.registrationId(),
                body.programmeId(),
                person -> person.linked(millis(body.requestedAt()), body.linkHash())));
  }

  void contacts(List<Event<Arrivals.Contact>> events) {
    tell(
        events,
        body ->
            new News(
                body.registrationId(),
                body.programmeId(),
                person ->
                    person.reachedAs(
                        new Contact(
                            body.name(), body.email(), body.organisation(), body.revision()))));
  }

  void erased(List<Event<Arrivals.RegistrationErased>> events) {
    visits.erase(events.stream().map(event -> event.body().registrationId()).toList());
    events.forEach(
        event -> roster.eraseFrom(event.body().programmeId(), event.body().registrationId()));
  }

  void contactsErased(List<String> registrationIds) {
    visits.erase(registrationIds);
    roster.erase(registrationIds);
  }

  private <B> void tell(List<Event<B>> events, Function<B, News> news) {
    roster.told(events.stream().map(Event::body).map(news).toList());
  }

  private static Programme programme(Arrivals.ProgrammeSet body) {
    return new Programme(
        body.programmeId(),
        body.revision(),
        ZoneId.of(body.timeZone()),
        orElse(body.rules().attendedShare(), DEFAULT_SHARE),
        orElse(body.rules().leadMinutes(), 0),
        orElse(body.rules().tailMinutes(), 0),
        body.sessions().stream()
            .map(
                session ->
                    new ScheduledSession(
                        session.sessionId(),
                        session.number(),
                        session.title().en(),
                        session.title().es(),
                        millis(session.startsAt()),
                        session.durationMinutes(),
                        session.status().equals("cancelled")))
            .toList());
  }

  private static List<Choice> choices(List<Arrivals.Chosen> choices) {
    return choices.stream()
        .map(chosen -> new Choice(chosen.sessionId(), chosen.mode(), chosen.place()))
        .toList();
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
