package org.cocreation.registration.domain.places;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * The seats of one session's venue and the line of those who wait for one (rule 2 of the domain).
 *
 * <p>Never more people are given a seat than there are seats, and nobody waits while a seat is
 * free. A person has one entry at most. Asking and releasing may be repeated. Both carry the
 * revision of the registration that wants them: what an older revision asks for after a newer one
 * has left is not given, so a request that was held up somewhere never takes a seat that nobody
 * wants any more. A promotion stays in {@code untold} until the registration has announced it.
 *
 * @param giving false while the session is cancelled or has no venue: nothing is given and nobody
 *     moves up
 * @param programmeRevision the programme's revision that {@code seats} and {@code giving} are from
 * @param holders in the order in which they were given their seats; more than {@code seats} after
 *     seats were taken away
 * @param waiting in order of arrival
 * @param departed who left lately
 * @param untoldSince since when the oldest promotion has waited to be told; null when there is none
 */
public record Places(
    ProgrammeId programmeId,
    SessionId sessionId,
    int seats,
    boolean giving,
    int programmeRevision,
    List<Entry> holders,
    List<Entry> waiting,
    List<Departure> departed,
    List<Promotion> untold,
    @Nullable Instant untoldSince) {
  /**
   * For how long a late request of somebody who left is recognised: far longer than any request
   * lives.
   */
  static final Duration DEPARTURES_KEPT = Duration.ofHours(1);

  /** One person in the hall or in the line, and the revision of the registration that asked. */
  public record Entry(RegistrationId registrationId, int revision) {}

  /** Somebody who left, by which revision of the registration, and when. */
  public record Departure(RegistrationId registrationId, int revision, Instant at) {}

  /** Somebody who moved up and has not been told yet. */
  public record Promotion(RegistrationId registrationId, Instant promotedAt) {}

  /** What asking came to. */
  public record Asked(Places places, Standing standing) {}

  public Places {
    holders = List.copyOf(holders);
    waiting = List.copyOf(waiting);
    departed = List.copyOf(departed);
    untold = List.copyOf(untold);
  }

  /** Nobody has asked yet. */
  public static Places untouched(PlacesId id) {
    return new Places(
        id.programmeId(),
        id.sessionId(),
        0,
        false,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /**
   * Takes the seats of a newer revision of the programme; raised seats go to the first in line,
   * nobody loses one.
   */
  public Places with(Capacity capacity, Instant now) {
    if (capacity.programmeRevision() <= programmeRevision) {
      return this;
    }
    Places changed =
        new Places(
            programmeId,
            sessionId,
            capacity.seats(),
            capacity.giving(),
            capacity.programmeRevision(),
            holders,
            waiting,
            departed,
            untold,
            untoldSince);
    return changed.promoted(now);
  }

  /**
   * Gives a seat, or else a place in the line unless it has reached its limit; who has either keeps
   * it.
   */
  public Asked ask(RegistrationId person, int revision, int waitingLimit) {
    Standing standing = standing(person);
    if (standing.place() != Place.NONE) {
      return new Asked(this, standing);
    }
    boolean late =
        departed.stream()
            .anyMatch(left -> left.registrationId().equals(person) && left.revision() >= revision);
    if (late || !giving) {
      return new Asked(this, Standing.NONE);
    }
    Entry entry = new Entry(person, revision);
    if (holders.size() < seats) {
      return new Asked(replaced(plus(holders, entry), waiting, departed, untold), Standing.SEAT);
    }
    if (waiting.size() < waitingLimit) {
      return new Asked(
          replaced(holders, plus(waiting, entry), departed, untold),
          Standing.waiting(waiting.size() + 1));
    }
    return new Asked(this, Standing.NONE);
  }

  /** Takes the person out; a freed seat goes to the first in line. */
  public Places release(RegistrationId person, int revision, Instant now) {
    List<Departure> left = new ArrayList<>();
    for (Departure departure : departed) {
      boolean same = departure.registrationId().equals(person);
      if (same && departure.revision() >= revision) {
        return this;
      }
      if (!same && departure.at().isAfter(now.minus(DEPARTURES_KEPT))) {
        left.add(departure);
      }
    }
    left.add(new Departure(person, revision, now));
    return replaced(
            holders.stream().filter(entry -> stays(entry, person, revision)).toList(),
            waiting.stream().filter(entry -> stays(entry, person, revision)).toList(),
            left,
            untold.stream()
                .filter(promotion -> !promotion.registrationId().equals(person))
                .toList())
        .promoted(now);
  }

  private static boolean stays(Entry entry, RegistrationId person, int revision) {
    return !entry.registrationId().equals(person) || entry.revision() > revision;
  }

  /** The registrations have announced these promotions, or have no use for them any more. */
  public Places told(Set<Promotion> promotions) {
    return replaced(
        holders,
        waiting,
        departed,
        untold.stream().filter(promotion -> !promotions.contains(promotion)).toList());
  }

  /** Where the person stands. */
  public Standing standing(RegistrationId person) {
    if (holders.stream().anyMatch(entry -> entry.registrationId().equals(person))) {
      return Standing.SEAT;
    }
    for (int i = 0; i < waiting.size(); i++) {
      if (waiting.get(i).registrationId().equals(person)) {
        return Standing.waiting(i + 1);
      }
    }
    return Standing.NONE;
  }

  /** Seats that the next to ask would get. */
  public int seatsLeft() {
    return giving ? Math.max(0, seats - holders.size()) : 0;
  }

  private Places promoted(Instant now) {
    int moving = giving ? Math.min(waiting.size(), Math.max(0, seats - holders.size())) : 0;
    if (moving == 0) {
      return this;
    }
    List<Entry> seated = new ArrayList<>(holders);
    List<Promotion> promotions = new ArrayList<>(untold);
    for (Entry entry : waiting.subList(0, moving)) {
      seated.add(entry);
      promotions.add(new Promotion(entry.registrationId(), now));
    }
    return replaced(seated, waiting.subList(moving, waiting.size()), departed, promotions);
  }

  private Places replaced(
      List<Entry> newHolders,
      List<Entry> newWaiting,
      List<Departure> newDeparted,
      List<Promotion> newUntold) {
    Instant since =
        newUntold.stream().map(Promotion::promotedAt).min(Instant::compareTo).orElse(null);
    return new Places(
        programmeId,
        sessionId,
        seats,
        giving,
        programmeRevision,
        newHolders,
        newWaiting,
        newDeparted,
        newUntold,
        since);
  }

  private static List<Entry> plus(List<Entry> entries, Entry entry) {
    List<Entry> longer = new ArrayList<>(entries);
    longer.add(entry);
    return longer;
  }
}
