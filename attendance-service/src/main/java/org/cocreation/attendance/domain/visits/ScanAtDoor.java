package org.cocreation.attendance.domain.visits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Interval;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.sheet.Directory;
import org.cocreation.attendance.domain.sheet.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what phones scanned at the door, hours later if they were offline, and again if they did
 * not hear the answer. A scan is a mark at the venue (rule 3 of the domain).
 *
 * <p>The code that is scanned is the registration's id. A device whose clock is off by more than a
 * tolerance is corrected by as much, told by the moment at which it sent the batch; what its clock
 * said stays visible.
 */
public final class ScanAtDoor {

  /** The most scans that are kept of one person in one session; one is enough. */
  static final int MOST = 20;

  private static final String DOOR = "door";
  private static final Duration JITTER = Duration.ofSeconds(1);

  private final Directory directory;
  private final Roster roster;
  private final Visits visits;
  private final FollowFeed feed;
  private final Clock clock;
  private final Duration tolerance;

  /**
   * @param tolerance by how much a device's clock may be off before its times are corrected
   */
  public ScanAtDoor(
      Directory directory,
      Roster roster,
      Visits visits,
      FollowFeed feed,
      Clock clock,
      Duration tolerance) {
    this.directory = directory;
    this.roster = roster;
    this.visits = visits;
    this.feed = feed;
    this.clock = clock;
    this.tolerance = tolerance;
  }

  /**
   * Takes in a batch.
   *
   * @param sentAt when it was sent, by the device's clock
   * @return what became of each scan, in the same order
   * @throws org.cocreation.attendance.domain.Refused when there is no such session, or it was
   *     cancelled, or it counts and no reason is given
   */
  public Batch scan(
      SessionKey session,
      String device,
      Instant sentAt,
      @Nullable String reason,
      List<Scan> scans) {
    Directory.Held held = directory.session(session).takingPlace();
    String why = held.reasonToo(reason);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Duration offset = Duration.between(now, sentAt);
    boolean corrected = offset.abs().compareTo(tolerance) > 0;
    Map<String, Person> people = people(session, scans);
    Map<String, Visit> before = visits(session, people.values());
    Map<String, Integer> kept = new HashMap<>();
    List<Told> told = new ArrayList<>();
    Set<String> inBatch = new HashSet<>();
    for (Scan scan : scans) {
      Person person = people.get(scan.code().strip());
      if (person == null || scan.scannedAt().isAfter(sentAt.plus(JITTER))) {
        continue;
      }
      Told one = told(session, person, device, scan, offset, corrected);
      Visit visit = before.get(one.visitId());
      if (!inBatch.add(one.visitId() + one.happening().id())) {
        continue;
      }
      int so =
          kept.computeIfAbsent(one.visitId(), key -> visit == null ? 0 : visit.happenings().size());
      boolean known = visit != null && visit.knows(one.happening().id());
      if (known || so < MOST) {
        // What is known is handed on all the same: the first time may have ended in a crash.
        told.add(one);
        kept.put(one.visitId(), known ? so : so + 1);
      }
    }
    Map<String, Set<String>> fresh = feed.told(told, why);
    List<Result> results = new ArrayList<>();
    for (Scan scan : scans) {
      results.add(
          result(
              scan,
              people.get(scan.code().strip()),
              device,
              sentAt,
              corrected ? offset : Duration.ZERO,
              held,
              fresh));
    }
    return new Batch(now, corrected ? offset : Duration.ZERO, results);
  }

  private Map<String, Person> people(SessionKey session, List<Scan> scans) {
    Map<String, Person> people =
        new HashMap<>(
            roster.findAll(scans.stream().map(scan -> scan.code().strip()).distinct().toList()));
    people
        .values()
        .removeIf(
            person ->
                !person.programmeId().equals(session.programmeId())
                    || person.registeredAt() == null
                    || person.erasedAt() != null);
    return people;
  }

  private Map<String, Visit> visits(SessionKey session, Iterable<Person> people) {
    List<String> ids = new ArrayList<>();
    people.forEach(person -> ids.add(visitId(session, person)));
    return visits.findAll(ids);
  }

  private static String visitId(SessionKey session, Person person) {
    return Visit.idOf(session, Origin.Channel.SCAN, DOOR, person.registrationId());
  }

  private static Told told(
      SessionKey session,
      Person person,
      String device,
      Scan scan,
      Duration offset,
      boolean corrected) {
    Instant stated = scan.scannedAt().truncatedTo(ChronoUnit.MILLIS);
    return new Told(
        session,
        Origin.Channel.SCAN,
        DOOR,
        person.registrationId(),
        person.registrationId(),
        null,
        null,
        null,
        null,
        new Happening(
            id(device, scan),
            Happening.Kind.SCAN,
            Place.VENUE,
            device,
            corrected ? stated.minus(offset) : stated,
            null,
            corrected ? stated : null));
  }

  private static Result result(
      Scan scan,
      @Nullable Person person,
      String device,
      Instant sentAt,
      Duration offset,
      Directory.Held held,
      Map<String, Set<String>> fresh) {
    if (person == null) {
      return new Result(scan.nonce(), Outcome.UNKNOWN_CODE, null, null, null);
    }
    Contact contact = person.contact();
    String name = contact == null ? null : contact.name();
    String id = person.registrationId();
    if (scan.scannedAt().isAfter(sentAt.plus(JITTER))) {
      return new Result(scan.nonce(), Outcome.INVALID_TIME, id, name, null);
    }
    Instant at = scan.scannedAt().truncatedTo(ChronoUnit.MILLIS).minus(offset);
    Interval window = held.schedule().window();
    Set<String> theirs = fresh.getOrDefault(visitId(held.key(), person), new HashSet<>());
    Outcome outcome;
    if (!theirs.remove(id(device, scan))) {
      outcome = Outcome.REPEATED;
    } else if (at.isBefore(window.from()) || !at.isBefore(window.to())) {
      outcome = Outcome.OUTSIDE_SESSION;
    } else {
      outcome = person.cancelled() ? Outcome.CANCELLED : Outcome.ACCEPTED;
    }
    return new Result(scan.nonce(), outcome, id, name, at);
  }

  private static String id(String device, Scan scan) {
    return device + "/" + scan.nonce();
  }

  /**
   * One scan.
   *
   * @param nonce the device's own id of it, the same when it is sent again
   * @param code what was read
   * @param scannedAt when, by the device's clock
   */
  public record Scan(String nonce, String code, Instant scannedAt) {}

  /**
   * What became of a batch.
   *
   * @param receivedAt when it arrived here
   * @param clockOffset by how much the device's clock was ahead, where its times were corrected;
   *     zero where they were not
   * @param results in the order of the scans
   */
  public record Batch(Instant receivedAt, Duration clockOffset, List<Result> results) {

    /** Keeps its own copy. */
    public Batch {
      results = List.copyOf(results);
    }
  }

  /**
   * What became of one scan.
   *
   * @param nonce its id
   * @param outcome what became of it
   * @param registrationId whose code it is; null when nobody's
   * @param name how they are called, for the one at the door; null when that has not arrived
   * @param scannedAt when, corrected; null when it was not taken
   */
  public record Result(
      String nonce,
      Outcome outcome,
      @Nullable String registrationId,
      @Nullable String name,
      @Nullable Instant scannedAt) {}

  /** What can become of a scan. */
  public enum Outcome {
    /** Taken: a mark at the venue. */
    ACCEPTED,
    /** It was taken before, or the person has been scanned more than often enough. */
    REPEATED,
    /** Taken and shown, but outside the session's time, where it counts for nothing. */
    OUTSIDE_SESSION,
    /** Taken; the registration was cancelled, so that a coordinator decides. */
    CANCELLED,
    /** Nobody in this programme has this code; nothing was taken. */
    UNKNOWN_CODE,
    /** Scanned after it was sent, which cannot be; nothing was taken. */
    INVALID_TIME
  }
}
