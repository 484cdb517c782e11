package org.cocreation.attendance.domain.visits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Interval;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.sheet.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Counts who is in the room now, as far as connectors and the door tell. People are counted once,
 * on however many devices; staff apart. Once the session's window is over nobody is in any more,
 * whether or not a connector told that they left.
 *
 * <p>A count costs what the session's own visits cost, and is kept for a moment, so that many who
 * watch cost as much as one.
 */
public final class CountRoom {

  private static final int REMEMBERED = 1_000;

  private final Directory directory;
  private final Visits visits;
  private final Clock clock;
  private final Duration keptFor;
  private final Map<SessionKey, Count> latest = new ConcurrentHashMap<>();

  /**
   * @param keptFor how long a count is good
   */
  public CountRoom(Directory directory, Visits visits, Clock clock, Duration keptFor) {
    this.directory = directory;
    this.visits = visits;
    this.clock = clock;
    this.keptFor = keptFor;
  }

  /**
   * Who is there now.
   *
   * @throws org.cocreation.attendance.domain.Refused when there is no such session
   */
  public Count now(SessionKey session) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Count before = latest.get(session);
    if (before != null && now.isBefore(before.asOf().plus(keptFor))) {
      return before;
    }
    Interval window = directory.session(session).schedule().window();
    Count count = count(visits.of(session), now, now.isBefore(window.to()));
    if (latest.size() >= REMEMBERED) {
      latest.clear();
    }
    latest.put(session, count);
    return count;
  }

  private static Count count(List<Visit> visits, Instant now, boolean goingOn) {
    Map<Place, Set<String>> inside = new HashMap<>();
    Map<Place, Set<String>> seen = new HashMap<>();
    Set<String> staff = new HashSet<>();
    Set<String> nameless = new HashSet<>();
    Map<String, Instant> sources = new TreeMap<>();
    for (Visit visit : visits) {
      for (Happening each : visit.happenings()) {
        sources.merge(visit.source(), each.at(), (one, two) -> one.isAfter(two) ? one : two);
      }
      String who = visit.identity().map(Record::toString).orElse(visit.visitId());
      if (visit.isStaff()) {
        staff.add(who);
        continue;
      }
      if (visit.identity().isEmpty() && !visit.erased()) {
        nameless.add(who);
      }
      for (Place place : Place.values()) {
        boolean scanned =
            place == Place.VENUE
                && visit.happenings().stream().anyMatch(each -> each.kind() == Happening.Kind.SCAN);
        if (visit.seenAt(place)) {
          seen.computeIfAbsent(place, key -> new HashSet<>()).add(who);
        }
        if (goingOn && (scanned || visit.insideAt(place, now))) {
          inside.computeIfAbsent(place, key -> new LinkedHashSet<>()).add(who);
        }
      }
    }
    return new Count(
        now,
        goingOn,
        size(inside.get(Place.ONLINE)),
        size(seen.get(Place.ONLINE)),
        size(inside.get(Place.VENUE)),
        size(seen.get(Place.VENUE)),
        staff.size(),
        nameless.size(),
        sources.entrySet().stream()
            .map(each -> new Source(each.getKey(), each.getValue()))
            .toList());
  }

  private static int size(@Nullable Set<String> people) {
    return people == null ? 0 : people.size();
  }

  /**
   * How many people are there.
   *
   * @param asOf when that was counted
   * @param goingOn whether the session's window is not over yet
   * @param onlineNow in the room online now
   * @param onlineSeen seen in the room online so far
   * @param venueNow at the venue now: who was scanned in counts until the end
   * @param venueSeen seen at the venue so far
   * @param staff hosts, speakers and helpers, who are in none of the other figures
   * @param nameless of whom the connectors have told no name, address or registration yet
   * @param sources who tells it
   */
  public record Count(
      Instant asOf,
      boolean goingOn,
      int onlineNow,
      int onlineSeen,
      int venueNow,
      int venueSeen,
      int staff,
      int nameless,
      List<Source> sources) {

    /** Keeps its own copy of the sources. */
    public Count {
      sources = List.copyOf(sources);
    }
  }

  /**
   * Who tells what is counted.
   *
   * @param name the connector, or "door"
   * @param latest when the latest thing that it told happened
   */
  public record Source(String name, Instant latest) {}
}
