package org.cocreation.portal.services;

import static org.cocreation.portal.services.Services.Service.ATTENDANCE;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** What the pages ask of the attendance service. */
@Component
public class Attendances {

  private static final String SESSION = "/programmes/{p}/sessions/{s}";
  private static final String IMPORT = SESSION + "/imports/{i}";

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
  public Sheet sheet(
      Caller coordinator, String programmeId, String sessionId, @Nullable String after) {
    String path = SESSION + "/attendance?limit=50";
    return after == null
        ? services.get(ATTENDANCE, coordinator, Sheet.class, path, programmeId, sessionId)
        : services.get(
            ATTENDANCE,
            coordinator,
            Sheet.class,
            path + "&after={a}",
            programmeId,
            sessionId,
            after);
  }

  /** What is unresolved before a session can be closed, and how it was closed. */
  public Closing closing(Caller coordinator, String programmeId, String sessionId) {
    return services.get(
        ATTENDANCE, coordinator, Closing.class, SESSION + "/closing", programmeId, sessionId);
  }

  /** Closes a session. */
  public Closing close(
      Caller coordinator, String programmeId, String sessionId, boolean acknowledged) {
    return services.work(
        ATTENDANCE,
        coordinator,
        Map.of("acknowledgeUndecided", acknowledged),
        Closing.class,
        SESSION + "/closing",
        programmeId,
        sessionId);
  }

  /** The files that were sent for a session, latest first. */
  public List<Import> imports(Caller coordinator, String programmeId, String sessionId) {
    return services
        .get(
            ATTENDANCE,
            coordinator,
            ImportList.class,
            SESSION + "/imports?limit=50",
            programmeId,
            sessionId)
        .items();
  }

  /** One file, what it gives, and how far it is. */
  public Import find(Caller coordinator, String programmeId, String sessionId, String importId) {
    return services.get(
        ATTENDANCE, coordinator, Import.class, IMPORT, programmeId, sessionId, importId);
  }

  /** Has a file read; nothing is brought in by that. */
  public Import read(
      Caller coordinator, String programmeId, String sessionId, String name, byte[] contents) {
    return services.upload(
        ATTENDANCE,
        coordinator,
        new NamedFile(name, contents),
        Import.class,
        SESSION + "/imports",
        programmeId,
        sessionId);
  }

  /** Brings a file in. */
  public void accept(
      Caller coordinator,
      String programmeId,
      String sessionId,
      String importId,
      @Nullable String reason) {
    services.work(
        ATTENDANCE,
        coordinator,
        because(reason),
        Import.class,
        IMPORT + "/acceptance",
        programmeId,
        sessionId,
        importId);
  }

  /** Takes back exactly what a file gave. */
  public void undo(
      Caller coordinator,
      String programmeId,
      String sessionId,
      String importId,
      @Nullable String reason) {
    services.work(
        ATTENDANCE,
        coordinator,
        because(reason),
        Import.class,
        IMPORT + "/undo",
        programmeId,
        sessionId,
        importId);
  }

  /** Lets a file go that was not brought in. */
  public void letGo(Caller coordinator, String programmeId, String sessionId, String importId) {
    services.send(
        ATTENDANCE,
        HttpMethod.DELETE,
        coordinator,
        Map.of(),
        IMPORT,
        programmeId,
        sessionId,
        importId);
  }

  /** Whom nobody could match yet, and who may be meant. */
  public ObservationList undecided(Caller coordinator, String programmeId, String sessionId) {
    return services.get(
        ATTENDANCE,
        coordinator,
        ObservationList.class,
        SESSION + "/undecided?limit=20",
        programmeId,
        sessionId);
  }

  /**
   * Whom a list or a feed shows.
   *
   * @param state {@code waiting}, {@code matched}, {@code staff} or {@code nobody}
   */
  public List<Observation> observations(
      Caller coordinator, String programmeId, String sessionId, String state) {
    return services
        .get(
            ATTENDANCE,
            coordinator,
            ObservationList.class,
            SESSION + "/observations?limit=50&state={state}",
            programmeId,
            sessionId,
            state)
        .items();
  }

  /**
   * Decides who was seen.
   *
   * @param decision {@code match}, {@code staff}, {@code nobody} or {@code withdraw}
   */
  public void decide(
      Caller coordinator,
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
        coordinator,
        body,
        "/observations/{o}/decision",
        observationId);
  }

  /** A coordinator's word on whether somebody attended, above all other evidence. */
  public void mark(
      Caller coordinator,
      String programmeId,
      String sessionId,
      String registrationId,
      boolean attended,
      String mode,
      @Nullable String reason) {
    Map<String, Object> body = because(reason);
    body.put("registrationId", registrationId);
    body.put("attended", attended);
    if (attended) {
      body.put("mode", mode);
    }
    services.send(
        ATTENDANCE, HttpMethod.POST, coordinator, body, SESSION + "/marks", programmeId, sessionId);
  }

  /** Takes a coordinator's word back. */
  public void withdrawMark(
      Caller coordinator,
      String programmeId,
      String sessionId,
      String registrationId,
      @Nullable String reason) {
    services.send(
        ATTENDANCE,
        HttpMethod.POST,
        coordinator,
        because(reason),
        SESSION + "/marks/{r}/withdrawal",
        programmeId,
        sessionId,
        registrationId);
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
