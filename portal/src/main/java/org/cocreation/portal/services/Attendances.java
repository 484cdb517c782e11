package org.cocreation.portal.services;

import static org.cocreation.portal.services.Services.Service.ATTENDANCE;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** What the pages ask of the attendance service. */
@Component
public class Attendances {

  private static final String SESSION = "/programmes/{p}/sessions/{s}";

  private final Services services;

  Attendances(Services services) {
    this.services = services;
  }

  /** The sessions of a programme and whether their attendance is closed. */
  public List<SessionSheet> sessions(Caller coordinator, String programmeId) {
    return services
        .get(
            ATTENDANCE,
            coordinator,
            SheetList.class,
            "/programmes/{p}/sessions?limit=100",
            programmeId)
        .items();
  }

  /** The people of a session, a page at a time. */
  public Sheet sheet(Desk desk, @Nullable String after) {
    String path = "/attendance?limit=50";
    return after == null
        ? get(desk, Sheet.class, path)
        : get(desk, Sheet.class, path + "&after={a}", after);
  }

  /** What is unresolved before a session can be closed, and how it was closed. */
  public Closing closing(Desk desk) {
    return get(desk, Closing.class, "/closing");
  }

  /** Closes a session. */
  public void close(Desk desk, boolean acknowledged) {
    work(desk, Map.of("acknowledgeUndecided", acknowledged), Closing.class, "/closing");
  }

  /** The files that were sent for a session, latest first. */
  public List<Import> imports(Desk desk) {
    return get(desk, ImportList.class, "/imports?limit=50").items();
  }

  /** One file, what it gives, and how far it is. */
  public Import find(Desk desk, String importId) {
    return get(desk, Import.class, "/imports/{i}", importId);
  }

  /** Has a file read; nothing is brought in by that. */
  public Import read(Desk desk, String name, byte[] contents) {
    return services.upload(
        ATTENDANCE,
        desk.coordinator(),
        new NamedFile(name, contents),
        Import.class,
        SESSION + "/imports",
        desk.with());
  }

  /** Brings a file in. */
  public void accept(Desk desk, String importId, @Nullable String reason) {
    work(desk, because(reason), Import.class, "/imports/{i}/acceptance", importId);
  }

  /** Takes back exactly what a file gave. */
  public void undo(Desk desk, String importId, @Nullable String reason) {
    work(desk, because(reason), Import.class, "/imports/{i}/undo", importId);
  }

  /** Lets a file go that was not brought in. */
  public void letGo(Desk desk, String importId) {
    send(desk, HttpMethod.DELETE, Map.of(), "/imports/{i}", importId);
  }

  /** Whom nobody could match yet, and who may be meant. */
  public ObservationList undecided(Desk desk) {
    return get(desk, ObservationList.class, "/undecided?limit=20");
  }

  /**
   * Whom a list or a feed shows.
   *
   * @param state {@code waiting}, {@code matched}, {@code staff} or {@code nobody}
   */
  public List<Observation> observations(Desk desk, String state) {
    return get(desk, ObservationList.class, "/observations?limit=50&state={state}", state).items();
  }

  /**
   * Decides who was seen.
   *
   * @param decision {@code match}, {@code staff}, {@code nobody} or {@code withdraw}
   */
  public void decide(
      Desk desk,
      String observationId,
      String decision,
      List<String> registrationIds,
      @Nullable String reason) {
    Map<String, Object> body = because(reason);
    body.put("decision", decision);
    body.put("registrationIds", registrationIds);
    services.send(
        ATTENDANCE,
        HttpMethod.POST,
        desk.coordinator(),
        body,
        "/observations/{o}/decision",
        observationId);
  }

  /** A coordinator's word on whether somebody attended, above all other evidence. */
  public void mark(
      Desk desk, String registrationId, boolean attended, String mode, @Nullable String reason) {
    Map<String, Object> body = because(reason);
    body.put("registrationId", registrationId);
    body.put("attended", attended);
    if (attended) {
      body.put("mode", mode);
    }
    send(desk, HttpMethod.POST, body, "/marks");
  }

  /** Takes a coordinator's word back. */
  public void withdrawMark(Desk desk, String registrationId, @Nullable String reason) {
    send(desk, HttpMethod.POST, because(reason), "/marks/{r}/withdrawal", registrationId);
  }

  private <T> T get(Desk desk, Class<T> view, String path, Object... variables) {
    return services.get(ATTENDANCE, desk.coordinator(), view, SESSION + path, desk.with(variables));
  }

  private <T> void work(Desk desk, Object body, Class<T> answer, String path, Object... variables) {
    services.work(
        ATTENDANCE, desk.coordinator(), body, answer, SESSION + path, desk.with(variables));
  }

  private void send(Desk desk, HttpMethod method, Object body, String path, Object... variables) {
    services.send(
        ATTENDANCE, method, desk.coordinator(), body, SESSION + path, desk.with(variables));
  }

  private static Map<String, Object> because(@Nullable String reason) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (reason != null && !reason.isBlank()) {
      body.put("reason", reason.strip());
    }
    return body;
  }

  private static <T> List<T> none(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** A file with the name that it had where it came from. */
  private static final class NamedFile extends ByteArrayResource {
    private final String name;

    NamedFile(String name, byte[] contents) {
      super(contents);
      this.name = name;
    }

    @Override
    public String getFilename() {
      return name;
    }
  }

  /** A coordinator at work on the attendance of one session. */
  public record Desk(Caller coordinator, String programmeId, String sessionId) {

    private Object[] with(Object... further) {
      return Stream.concat(Stream.of(programmeId, sessionId), Stream.of(further)).toArray();
    }
  }

  /** A page of sheets. */
  public record SheetList(List<SessionSheet> items) {}

  /** The sheet of a session. */
  public record SessionSheet(
      String sessionId,
      int number,
      Text title,
      Instant startsAt,
      @Nullable String timeZone,
      boolean cancelled,
      String status,
      @Nullable Counts counts) {}

  /** How many attended, as at closing. */
  public record Counts(int attended, int notAttended, int unknown) {}

  /** A page of the people of a session. */
  public record Sheet(SessionSheet session, List<Person> items, @Nullable String next) {}

  /** Somebody on the roster, whether they attended, and why that is said. */
  public record Person(
      String registrationId,
      @Nullable String name,
      @Nullable String organisation,
      @Nullable Chosen chosen,
      String outcome,
      @Nullable String mode,
      @Nullable Integer minutes,
      @Nullable Text why,
      @Nullable Mark mark,
      @Nullable List<Evidence> evidence,
      @Nullable List<Conflict> conflicts) {

    /** Never null. */
    public Person {
      evidence = none(evidence);
      conflicts = none(conflicts);
    }
  }

  /**
   * What speaks for somebody's presence.
   *
   * @param as the name that it was seen under
   */
  public record Evidence(
      String kind,
      @Nullable Text contributes,
      @Nullable String as,
      @Nullable String matchedBy,
      @Nullable String observationId) {}

  /** How somebody wanted to attend. */
  public record Chosen(@Nullable String mode) {}

  /** A coordinator's word. */
  public record Mark(boolean attended, @Nullable String reason) {}

  /** What does not go together. */
  public record Conflict(String kind, Text detail) {}

  /** What closing a session depends on, and what came of it. */
  public record Closing(
      String status,
      @Nullable List<Text> warnings,
      @Nullable String closedBy,
      @Nullable Instant closedAt,
      @Nullable Counts counts) {

    /** Never null. */
    public Closing {
      warnings = none(warnings);
    }
  }

  /** A page of files. */
  public record ImportList(List<Import> items) {}

  /**
   * A file that was sent.
   *
   * @param seen how a file begins whose format nobody knows
   */
  public record Import(
      String importId,
      String fileName,
      @Nullable String format,
      String status,
      @Nullable String importedBy,
      @Nullable Instant importedAt,
      @Nullable Progress progress,
      int rows,
      int accepted,
      int otherSessions,
      int setAsideCount,
      @Nullable List<SetAside> setAside,
      int problemCount,
      @Nullable List<RowProblem> problems,
      @Nullable People people,
      @Nullable Changes changes,
      @Nullable List<Text> notes,
      @Nullable String seen) {

    /** Never null. */
    public Import {
      setAside = none(setAside);
      problems = none(problems);
      notes = none(notes);
    }

    /** Whether it is being brought in or taken back this moment. */
    public boolean atWork() {
      return status.equals("applying") || status.equals("undoing");
    }
  }

  /** How far a large file is. */
  public record Progress(int done, int total) {}

  /** A row that tells nobody's presence. */
  public record SetAside(int row, String reason) {}

  /** A row that could not be read. */
  public record RowProblem(
      int row, @Nullable String column, @Nullable String expected, @Nullable String detail) {}

  /** How many are in a file, by how far it is settled who they are. */
  public record People(int observations, int matched, int waiting, int staff, int nobody) {}

  /** For how many something changes. */
  public record Changes(int people, int outcomes) {}

  /** A page of observations. */
  public record ObservationList(List<Observation> items, @Nullable String next) {}

  /** Somebody as a list or a feed shows them. */
  public record Observation(
      String observationId,
      @Nullable String name,
      @Nullable String email,
      @Nullable String institution,
      String state,
      @Nullable Text note,
      @Nullable Decision decision,
      @Nullable List<Entry> entries,
      @Nullable List<Suggestion> suggestions) {

    /** Never null. */
    public Observation {
      entries = none(entries);
      suggestions = none(suggestions);
    }
  }

  /** A coordinator's decision on who somebody is. */
  public record Decision(@Nullable String by, @Nullable String reason) {}

  /** One row or signal about somebody. */
  public record Entry(
      @Nullable Integer row,
      @Nullable String place,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Integer minutes,
      boolean signed) {}

  /** Who may be meant, and what speaks for it. */
  public record Suggestion(
      String registrationId,
      @Nullable String name,
      @Nullable String organisation,
      @Nullable List<Text> reasons) {

    /** Never null. */
    public Suggestion {
      reasons = none(reasons);
    }
  }
}
