package org.cocreation.attendance.domain.sheet;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceCorrected;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceRecorded;
import org.cocreation.attendance.domain.AttendanceEvent.SessionClosed;
import org.cocreation.attendance.domain.InMemory;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.matching.Alias;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.PersonKeys;
import org.cocreation.attendance.domain.matching.RosterMatcher;
import org.cocreation.attendance.domain.matching.Suggestions;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.roster.Choice;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Programme;
import org.cocreation.attendance.domain.roster.Programmes;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.roster.ScheduledSession;
import org.cocreation.attendance.domain.sheet.FollowRoster.News;
import org.cocreation.attendance.messaging.formats.KnownFormats;
import org.jspecify.annotations.Nullable;

/**
 * A whole attendance service in memory: three webinars in Belize, and whatever a test lets happen.
 */
public final class World {

  public static final String PROGRAMME = "belize-2020";
  public static final ZoneId ZONE = ZoneId.of("America/Belize");
  public static final Instant START = Instant.parse("2020-02-13T16:30:00Z");
  public static final SessionKey W1 = new SessionKey(PROGRAMME, "w1");
  public static final SessionKey W2 = new SessionKey(PROGRAMME, "w2");
  public static final String BY = "carla";

  public final List<AttendanceEvent> events = new ArrayList<>();
  public final MemoryProgrammes programmes = new MemoryProgrammes(events);
  public final MemoryRoster roster = new MemoryRoster(events);
  public final MemoryAliases aliases = new MemoryAliases(events);
  public final MemoryObservations observations = new MemoryObservations(events);
  public final MemoryImports imports = new MemoryImports(events);
  public final MemoryUploads uploads = new MemoryUploads();
  public final MemorySheets sheets = new MemorySheets(events);
  public final MemoryAttendances attendances = new MemoryAttendances(events);
  public Instant now = START.plus(Duration.ofDays(30));

  public final FollowRoster follow;
  public final ImportFile files;
  public final Decide decide;
  public final MarkPerson marks;
  public final CloseSession closing;
  public final ReadSheet sheet;
  public final Sweep sweep;

  public World() {
    Clock clock = new Ticking();
    int batch = 7;
    Directory directory = new Directory(programmes, sheets);
    Assess assess = new Assess(roster, observations, attendances, sheets, clock, batch);
    Rematch rematch = new Rematch(new RosterMatcher(roster, aliases), observations, sheets);
    follow =
        new FollowRoster(
            programmes, roster, aliases, observations, attendances, sheets, rematch, assess, clock);
    files =
        new ImportFile(
            directory,
            KnownFormats.all(),
            imports,
            uploads,
            observations,
            rematch,
            assess,
            clock,
            batch);
    decide = new Decide(directory, roster, aliases, observations, rematch, assess, clock);
    marks = new MarkPerson(directory, roster, attendances, assess, clock);
    closing =
        new CloseSession(
            directory, roster, observations, imports, attendances, sheets, assess, clock, batch);
    sheet =
        new ReadSheet(
            directory, roster, observations, attendances, assess, new Suggestions(roster));
    sweep =
        new Sweep(
            closing,
            files,
            decide,
            sheets,
            imports,
            observations,
            uploads,
            clock,
            Duration.ofDays(30));
    follow.programmesSet(List.of(programme(1)));
  }

  public static Programme programme(int revision) {
    return new Programme(
        PROGRAMME,
        revision,
        ZONE,
        0.6667,
        15,
        15,
        List.of(
            new ScheduledSession("w1", 1, "One", null, START, 90, false),
            new ScheduledSession("w2", 2, "Two", null, START.plus(Duration.ofDays(7)), 90, false),
            new ScheduledSession(
                "w3", 3, "Three", null, START.plus(Duration.ofDays(14)), 90, true)));
  }

  /** Somebody registers, and their contact arrives. */
  public World person(String id, String name, String email) {
    registered(id);
    return contact(id, name, email, 1);
  }

  public World registered(String id) {
    follow.told(
        List.of(
            new News(
                id,
                PROGRAMME,
                person ->
                    person.registered(
                        START.minus(Duration.ofDays(9)),
                        "hash-" + id,
                        List.of(new Choice("w1", "online", "none"))))));
    return this;
  }

  public World contact(String id, String name, String email, int revision) {
    follow.told(
        List.of(
            new News(
                id,
                PROGRAMME,
                person -> person.reachedAs(new Contact(name, email, null, revision)))));
    return this;
  }

  public World cancelled(String id) {
    follow.told(
        List.of(new News(id, PROGRAMME, person -> person.cancelled(START.minusSeconds(60)))));
    return this;
  }

  /**
   * A Zoom export of rows "name,email,join,leave" on 13 February 2020, with clock times in Belize
   * such as 10:28.
   */
  public static byte[] zoom(String... rows) {
    StringBuilder file =
        new StringBuilder(
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n");
    for (String row : rows) {
      String[] cells = row.split(",", -1);
      file.append(cells[0]).append(',').append(cells[1]).append(',');
      file.append(at(cells[2])).append(',').append(at(cells[3])).append(",,No\n");
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String at(String time) {
    if (time.isEmpty()) {
      return "";
    }
    int hour = Integer.parseInt(time.substring(0, 2));
    return "02/13/2020 %02d:%s:00 %s"
        .formatted(hour % 12 == 0 ? 12 : hour % 12, time.substring(3), hour < 12 ? "AM" : "PM");
  }

  /** A sign-in sheet of rows "name,email,signature". */
  public static byte[] signIn(String... rows) {
    return ("Name,E-mail,Signature\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
  }

  public Import bring(byte[] file) {
    return bring(file, null);
  }

  public Import bring(byte[] file, @Nullable String reason) {
    return files.bring(W1, "file.csv", new Contents(file), null, BY, reason).report();
  }

  public Sheet close() {
    return closing.close(W1, true, BY);
  }

  public Outcome outcome(String id) {
    return sheet.line(W1, id).judgement().outcome();
  }

  public List<Observation> waiting() {
    return observations.page(W1, Optional.of(Match.State.WAITING), "", 100);
  }

  public Observation seenAs(String name) {
    return observations
        .all()
        .filter(each -> name.equals(each.name()) && each.session().equals(W1))
        .findFirst()
        .orElseThrow();
  }

  public Observation match(String name, String... ids) {
    return decide.decide(
        seenAs(name).observationId(), Match.State.MATCHED, List.of(ids), "known", BY);
  }

  /** The report of a file that was read. */
  public static ImportReport report(Import brought) {
    return Objects.requireNonNull(brought.report());
  }

  public void mark(String id, @Nullable Boolean attended) {
    marks.mark(W1, id, attended, Place.VENUE, "seen at the door", BY);
  }

  public List<AttendanceRecorded> recorded() {
    return events.stream()
        .filter(AttendanceRecorded.class::isInstance)
        .map(AttendanceRecorded.class::cast)
        .toList();
  }

  public List<AttendanceCorrected> corrected() {
    return events.stream()
        .filter(AttendanceCorrected.class::isInstance)
        .map(AttendanceCorrected.class::cast)
        .toList();
  }

  public List<SessionClosed> closed() {
    return events.stream()
        .filter(SessionClosed.class::isInstance)
        .map(SessionClosed.class::cast)
        .toList();
  }

  /** What the sheet says of everybody: what must be the same whatever the order of things was. */
  public Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>();
    for (ReadSheet.Line line : sheet.lines(W1, "", 1000)) {
      answers.put(
          line.person().registrationId(),
          line.judgement().outcome()
              + " "
              + line.judgement().mode()
              + " "
              + line.judgement().minutes());
    }
    return answers;
  }

  private final class Ticking extends Clock {
    @Override
    public Instant instant() {
      now = now.plusMillis(1);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  public static final class MemoryProgrammes extends InMemory<Programme> implements Programmes {
    MemoryProgrammes(List<AttendanceEvent> events) {
      super(events);
    }
  }

  public static final class MemoryRoster extends InMemory<Person> implements Roster {
    MemoryRoster(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public List<Person> page(String programmeId, String after, int limit) {
      return all()
          .filter(
              person ->
                  person.programmeId().equals(programmeId)
                      && person.registrationId().compareTo(after) > 0)
          .sorted(Comparator.comparing(Person::registrationId))
          .limit(limit)
          .toList();
    }

    @Override
    public List<Person> bearers(Collection<RosterKey> keys, int limit) {
      Set<RosterKey> wanted = new HashSet<>(keys);
      return all()
          .filter(person -> PersonKeys.of(person).stream().anyMatch(wanted::contains))
          .limit(limit)
          .toList();
    }

    @Override
    public Optional<Person> holderOf(String linkHash) {
      return all()
          .filter(person -> person.link() != null && person.link().hash().equals(linkHash))
          .findFirst();
    }
  }

  public static final class MemoryAliases extends InMemory<Alias> implements Aliases {
    MemoryAliases(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public List<String> standingFor(Collection<String> registrationIds) {
      return all()
          .filter(alias -> alias.registrationIds().stream().anyMatch(registrationIds::contains))
          .map(alias -> Alias.idOf(alias.programmeId(), alias.identity()))
          .toList();
    }
  }

  public static final class MemoryObservations extends InMemory<Observation>
      implements Observations {
    MemoryObservations(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public List<Observation> creditedTo(Collection<String> registrationIds) {
      return all()
          .filter(each -> each.credited().stream().anyMatch(registrationIds::contains))
          .toList();
    }

    @Override
    public List<Observation> carrying(Collection<RosterKey> keys) {
      return all()
          .filter(each -> !each.entries().isEmpty())
          .filter(
              each ->
                  keys.contains(each.identity().key(each.session().programmeId()))
                      || each.seen().exactKeys(each.session().programmeId()).stream()
                          .anyMatch(keys::contains))
          .toList();
    }

    @Override
    public List<String> ofImport(String importId) {
      return all()
          .filter(
              each -> each.entries().stream().anyMatch(entry -> entry.importId().equals(importId)))
          .map(Observation::observationId)
          .toList();
    }

    @Override
    public List<Observation> page(
        SessionKey session, Optional<Match.State> state, String after, int limit) {
      return all()
          .filter(each -> each.session().equals(session) && !each.entries().isEmpty())
          .filter(each -> state.isEmpty() || each.standing().state() == state.get())
          .filter(each -> each.observationId().compareTo(after) > 0)
          .limit(limit)
          .toList();
    }

    @Override
    public int waiting(SessionKey session) {
      return page(session, Optional.of(Match.State.WAITING), "", Integer.MAX_VALUE).size();
    }

    @Override
    public List<String> unsettled(int limit) {
      return all()
          .filter(each -> each.unsettled() != null)
          .map(Observation::observationId)
          .limit(limit)
          .toList();
    }
  }

  public static final class MemoryImports extends InMemory<Import> implements Imports {
    MemoryImports(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public List<Import> page(SessionKey session, String after, int limit) {
      return all()
          .filter(each -> each.session().equals(session) && each.position().compareTo(after) > 0)
          .sorted(Comparator.comparing(Import::position))
          .limit(limit)
          .toList();
    }

    @Override
    public int applied(SessionKey session) {
      return (int)
          all()
              .filter(
                  each -> each.session().equals(session) && each.status() == Import.Status.APPLIED)
              .count();
    }

    @Override
    public List<Import> unfinished(Instant untouchedSince) {
      return all()
          .filter(
              each ->
                  each.status() == Import.Status.APPLYING || each.status() == Import.Status.UNDOING)
          .filter(each -> each.touchedAt().isBefore(untouchedSince))
          .toList();
    }
  }

  public static final class MemoryUploads implements Uploads {
    public final Map<String, Stored> kept = new HashMap<>();

    @Override
    public void keep(String importId, Stored upload) {
      kept.put(importId, upload);
    }

    @Override
    public Optional<Stored> find(String importId) {
      return Optional.ofNullable(kept.get(importId));
    }

    @Override
    public void drop(String importId) {
      kept.remove(importId);
    }

    @Override
    public void dropKeptBefore(Instant time) {
      kept.values().removeIf(stored -> stored.keptAt().isBefore(time));
    }
  }

  public static final class MemorySheets extends InMemory<Sheet> implements Sheets {
    MemorySheets(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public List<Sheet> closing() {
      return all().filter(each -> each.status() == Sheet.Status.CLOSING).toList();
    }
  }

  public static final class MemoryAttendances extends InMemory<Attendance> implements Attendances {
    MemoryAttendances(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public Tally tally(SessionKey session) {
      return new Tally(
          count(session, Outcome.ATTENDED),
          count(session, Outcome.NOT_ATTENDED),
          count(session, Outcome.UNKNOWN));
    }

    private int count(SessionKey session, Outcome outcome) {
      return (int)
          all()
              .filter(each -> each.session().equals(session))
              .map(Attendance::recorded)
              .filter(each -> each != null && each.judgement().outcome() == outcome)
              .count();
    }
  }
}
