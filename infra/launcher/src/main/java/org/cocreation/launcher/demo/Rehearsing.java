package org.cocreation.launcher.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.demo.Api.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Between the acts: a connection check that is going on now. Whoever comes goes to the room by the
 * join link of their own, or is scanned at the door; the programme is one of its own, so that it
 * counts for nobody's certificate.
 */
final class Rehearsing {

  private static final String SESSION = "check";
  private static final List<String> NAMES =
      List.of("Hyacinth Latchman", "Rodolfo Ayuso", "Zoila Cain");

  private final Stage stage;
  private final String programme;
  private final List<Person> people = new ArrayList<>();

  Rehearsing(Stage stage, String run) {
    this.stage = stage;
    this.programme = "check-" + run;
    for (int i = 0; i < NAMES.size(); i++) {
      people.add(
          new Person(
              100 + i,
              NAMES.get(i),
              "Open Ledger Society",
              "civil-society",
              "Cayo",
              i == 1 ? "es" : "en",
              NAMES.get(i).toLowerCase(java.util.Locale.ROOT).replace(' ', '.')
                  + "@check."
                  + run
                  + ".example",
              Map.of(SESSION, i == 2 ? "venue" : "online")));
    }
  }

  void play() {
    stage.say("A connection check, going on now: two come by their join links, one by the door");
    setUp();
    for (Person person : people) {
      stage
          .platform()
          .post(
              Caller.PUBLIC,
              "/api/registration/programmes/" + programme + "/registrations",
              person.registration());
    }
    List<String> ids = people.stream().map(this::registrationOf).toList();
    for (Person person : people.subList(0, 2)) {
      String link = "/me/" + stage.link(person) + "/join/" + SESSION;
      stage.check(
          person.name() + " finds a join link in the e-mail, and goes by it to the room",
          "true, 303 https://rooms.example/check",
          stage.told(person, link) + ", " + stage.platform().redirect(link));
    }
    stage.check(
        "the link of a session that is over leads nowhere",
        "ended",
        stage
            .platform()
            .post(
                stage.holding(stage.cast().person(0)),
                "/api/registration/me/sessions/" + Cast.FIRST + "/opening",
                Map.of())
            .path("state")
            .asString(""));
    JsonNode clicked =
        stage.eventually(
            "the click", () -> attendance(ids.get(0)), seen -> kinds(seen).contains("join-link"));
    stage.check(
        "the click is evidence, and no presence by itself",
        "join-link, not attended",
        String.join(", ", kinds(clicked))
            + ("attended".equals(clicked.path("outcome").asString(""))
                ? ", attended"
                : ", not attended"));
    scan(ids.get(2));
  }

  private void setUp() {
    ObjectNode document =
        (ObjectNode)
            stage
                .platform()
                .get(stage.coordinator(), "/api/registration/programmes/belize-2020/document");
    document.putObject("title").put("en", "Connection check").put("es", "Prueba de conexión");
    ArrayNode sessions = (ArrayNode) document.get("sessions");
    while (sessions.size() > 1) {
      sessions.remove(1);
    }
    ObjectNode session = (ObjectNode) sessions.get(0);
    session.put("sessionId", SESSION);
    session.putObject("title").put("en", "Connection check").put("es", "Prueba de conexión");
    session.put(
        "startsAt",
        Instant.now().minus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES).toString());
    session.put("durationMinutes", 60);
    session.putObject("room").put("url", "https://rooms.example/check");
    stage
        .platform()
        .put(stage.coordinator(), "/api/registration/programmes/" + programme, document, null);
  }

  private void scan(String registrationId) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    stage
        .platform()
        .post(
            stage.coordinator(),
            session("/scans"),
            Map.of(
                "device",
                "door-1",
                "sentAt",
                now.toString(),
                "scans",
                List.of(
                    Map.of(
                        "nonce",
                        "n-1",
                        "code",
                        registrationId,
                        "scannedAt",
                        now.minusSeconds(5).toString()))));
    JsonNode live =
        stage.eventually(
            "the count of who is there now",
            () -> stage.platform().get(stage.coordinator(), session("/live")),
            seen -> seen.at("/venue/seen").asInt() == 1);
    stage.check("people at the door now", 1, live.at("/venue/seen").asInt());
  }

  private String registrationOf(Person person) {
    return stage.eventually(
        "the registration of " + person.name(),
        () ->
            Pages.all(
                    stage.platform(),
                    stage.coordinator(),
                    "/api/registration/programmes/" + programme + "/registrations")
                .stream()
                .filter(item -> person.email().equals(item.path("email").asString("")))
                .map(item -> item.get("registrationId").asString())
                .findFirst()
                .orElse(""),
        id -> !id.isEmpty());
  }

  private JsonNode attendance(String registrationId) {
    return stage
        .platform()
        .getAnyway(stage.coordinator(), session("/attendance/" + registrationId))
        .body();
  }

  private static List<String> kinds(JsonNode person) {
    List<String> kinds = new ArrayList<>();
    person.path("evidence").forEach(piece -> kinds.add(piece.path("kind").asString("")));
    return kinds;
  }

  private String session(String rest) {
    return "/api/attendance/programmes/" + programme + "/sessions/" + SESSION + rest;
  }
}
