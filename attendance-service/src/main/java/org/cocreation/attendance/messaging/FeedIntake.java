package org.cocreation.attendance.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.sheet.Observe;
import org.cocreation.attendance.domain.sheet.Observed;
import org.cocreation.attendance.domain.sheet.Origin;
import org.cocreation.attendance.domain.visits.FollowFeed;
import org.cocreation.attendance.domain.visits.Happening;
import org.cocreation.attendance.domain.visits.Told;
import org.cocreation.messaging.Event;
import org.jspecify.annotations.Nullable;

/**
 * Takes in evidence that comes as it happens: what connectors saw, and clicks on the personal join
 * link.
 *
 * <p>Both handlers are of shape (b): what they create has its id from the cause (connector and its
 * event, or the click), so that a repetition finds it there. Words about people never stand in an
 * exception.
 */
final class FeedIntake {

  private static final Pattern CONNECTOR = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
  private static final Pattern ID = Pattern.compile("[^/\\s]{1,100}");
  private static final int LONGEST_REF = 200;
  private static final int LONGEST_NAME = 500;

  private final FollowFeed feed;
  private final Observe observe;

  FeedIntake(FollowFeed feed, Observe observe) {
    this.feed = feed;
    this.observe = observe;
  }

  void observed(List<Event<Arrivals.Observed>> events) {
    // All are read before any is taken in: a bad one stands alone before anything has happened.
    feed.told(events.stream().map(event -> told(event.body())).toList());
  }

  void joinLinksOpened(List<Event<Arrivals.JoinLinkOpened>> events) {
    Map<SessionKey, List<Observed>> bySession = new LinkedHashMap<>();
    for (Event<Arrivals.JoinLinkOpened> event : events) {
      Arrivals.JoinLinkOpened body = event.body();
      bySession
          .computeIfAbsent(
              new SessionKey(body.programmeId(), body.sessionId()), key -> new ArrayList<>())
          .add(
              Observed.registration(
                  new Origin(Origin.Channel.JOIN_LINK, "registration", body.clickId()),
                  body.registrationId(),
                  Evidence.joinLink(millis(body.openedAt()))));
    }
    bySession.forEach(observe::observe);
  }

  private static Told told(Arrivals.Observed body) {
    check(CONNECTOR.matcher(body.connector()).matches(), "connector");
    check(body.eventId().length() <= LONGEST_REF && !body.eventId().isBlank(), "eventId");
    check(ID.matcher(body.programmeId()).matches(), "programmeId");
    check(ID.matcher(body.sessionId()).matches(), "sessionId");
    check(
        body.participantRef().length() <= LONGEST_REF && !body.participantRef().isBlank(),
        "participantRef");
    String connection = Objects.requireNonNullElse(body.connectionId(), "");
    check(connection.length() <= LONGEST_REF, "connectionId");
    checkLength(body.registrationId(), "registrationId");
    checkLength(body.name(), "name");
    checkLength(body.email(), "email");
    checkLength(body.institution(), "institution");
    return new Told(
        new SessionKey(body.programmeId(), body.sessionId()),
        Origin.Channel.FEED,
        body.connector(),
        body.participantRef(),
        body.registrationId(),
        body.name(),
        body.email(),
        body.institution(),
        body.staff(),
        happening(body, connection));
  }

  private static Happening happening(Arrivals.Observed body, String connection) {
    Instant at = millis(body.at());
    Instant until = body.until() == null ? null : millis(body.until());
    Happening.Kind kind =
        switch (body.kind()) {
          case "joined" -> Happening.Kind.JOINED;
          case "left" -> Happening.Kind.LEFT;
          case "present" -> Happening.Kind.PRESENT;
          case "scan" -> Happening.Kind.SCAN;
          default -> throw new IllegalArgumentException("kind is not known");
        };
    Place place =
        kind == Happening.Kind.SCAN
            ? Place.VENUE
            : switch (Objects.requireNonNullElse(body.place(), "online")) {
              case "online" -> Place.ONLINE;
              case "venue" -> Place.VENUE;
              default -> throw new IllegalArgumentException("place is not known");
            };
    return new Happening(body.eventId(), kind, place, connection, at, until, null);
  }

  private static void checkLength(@Nullable String value, String property) {
    check(value == null || value.length() <= LONGEST_NAME, property);
  }

  private static void check(boolean fine, String property) {
    if (!fine) {
      throw new IllegalArgumentException(property + " is not as the contract says");
    }
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
