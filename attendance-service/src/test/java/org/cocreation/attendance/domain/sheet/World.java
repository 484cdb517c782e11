package org.cocreation.attendance.domain.sheet;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceCorrected;
import org.cocreation.attendance.domain.AttendanceEvent.AttendanceRecorded;
import org.cocreation.attendance.domain.AttendanceEvent.SessionClosed;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.RosterMatcher;
import org.cocreation.attendance.domain.matching.Suggestions;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.domain.roster.Choice;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Programme;
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
  public final InMemoryDocuments.MemoryProgrammes programmes =
      new InMemoryDocuments.MemoryProgrammes(events);
  public final InMemoryDocuments.MemoryRoster roster = new InMemoryDocuments.MemoryRoster(events);
  public final InMemoryDocuments.MemoryAliases aliases =
      new InMemoryDocuments.MemoryAliases(events);
  public final InMemoryDocuments.MemoryObservations observations =
      new InMemoryDocuments.MemoryObservations(events);
  public final InMemoryDocuments.MemoryImports imports =
      new InMemoryDocuments.MemoryImports(events);
  public final InMemoryDocuments.MemoryUploads uploads = new InMemoryDocuments.MemoryUploads();
  public final InMemoryDocuments.MemorySheets sheets = new InMemoryDocuments.MemorySheets(events);
  public final InMemoryDocuments.MemoryAttendances attendances =
      new InMemoryDocuments.MemoryAttendances(events);
  public final InMemoryDocuments.MemoryHappenings happenings =
      new InMemoryDocuments.MemoryHappenings(events);
  public final Deque<Runnable> later = new ArrayDeque<>();
  public Instant now = START.plus(Duration.ofDays(30));

  public final FollowRoster follow;
  public final PreviewImport previews;
  public final AcceptImport files;
  public final Observe observe;
  public final Decide decide;
  public final MarkPerson marks;
  public final CloseSession closing;
  public final ReadSheet sheet;
  public final Sweep sweep;

  public World() {
    Clock clock = new Ticking();
    int batch = 7;
    Directory directory = new Directory(programmes, sheets);
    Books books =
        new Books(roster, imports, uploads, observations, attendances, sheets, happenings);
    Assess assess = new Assess(books, clock, batch);
    Rematch rematch = new Rematch(new RosterMatcher(roster, aliases), observations, sheets);
    follow = new FollowRoster(programmes, aliases, books, rematch, assess, clock);
    previews =
        new PreviewImport(
            directory,
            KnownFormats.all(),
            books,
            rematch,
            assess,
            clock,
            new PreviewImport.Keeping(Duration.ofDays(7), Duration.ofDays(30)),
            batch);
    files =
        new AcceptImport(
            directory,
            KnownFormats.all(),
            books,
            rematch,
            assess,
            later::add,
            clock,
            Duration.ofDays(7),
            40,
            batch);
    observe = new Observe(observations, rematch, assess, batch);
    decide =
        new Decide(
            directory,
            books,
            aliases,
            remembered -> new RosterMatcher(roster, remembered),
            rematch,
            assess,
            clock,
            batch);
    marks = new MarkPerson(directory, books, assess, clock);
    closing = new CloseSession(directory, books, assess, clock, batch);
    sheet = new ReadSheet(directory, books, assess, new Suggestions(roster, aliases));
    sweep = new Sweep(closing, previews, files, decide, assess, books, clock);
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

  /**
   * Sends a file for the first webinar and accepts it; one that nothing recognises is put aside.
   */
  public Import bring(byte[] file, @Nullable String reason) {
    return bring(W1, file, reason);
  }

  public Import bring(SessionKey session, byte[] file) {
    return bring(session, file, null);
  }

  public Import bring(SessionKey session, byte[] file, @Nullable String reason) {
    Import sent = preview(session, file);
    return sent.status() == Import.Status.QUARANTINED
        ? sent
        : files.accept(session, sent.importId(), BY, reason);
  }

  /** Sends a file without accepting it. */
  public Import preview(SessionKey session, byte[] file) {
    return previews.preview(session, "file.csv", new Contents(file), null, BY).report();
  }

  /** Does what was put off. */
  public void doLater() {
    while (!later.isEmpty()) {
      later.remove().run();
    }
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
}
