package org.cocreation.launcher.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.demo.Api.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Second act: three sessions with their feeds, decisions about unclear rows, closing, and two
 * corrections later on.
 */
final class Attending {

  private static final String OWN_COLUMNS =
      "{\"name\":\"Participant\",\"email\":\"Mail\",\"institution\":\"From\",\"signed\":\"Here\"}";

  private final Stage stage;

  Attending(Stage stage) {
    this.stage = stage;
  }

  void play() {
    List<Person> roster = stage.cast().onTheRoster();
    awaitRoster(roster.size());

    stage.say("Session 1: the web conference's export and the sheet from the door");
    upload(Cast.FIRST, "zoom-1.csv", Feeds.joins(roster), null);
    JsonNode again = upload(Cast.FIRST, "zoom-1.csv", Feeds.joins(roster), null);
    stage.check("the same file again is the same import", 1, imports(Cast.FIRST));
    stage.check(
        "its rows",
        again.get("rows").asInt(),
        again.get("accepted").asInt() + again.get("setAside").size());
    upload(Cast.FIRST, "door-1.csv", Feeds.sheet(roster, Cast.FIRST), null);
    refuseNonsense();
    stage.check(
        "people of session 1 whom only a coordinator can tell", 5, undecided(Cast.FIRST).size());
    Answer notYet =
        stage
            .platform()
            .postAnyway(
                stage.coordinator(),
                session(Cast.FIRST) + "/closing",
                Map.of("acknowledgeUndecided", false));
    stage.check(
        "closing asks about them first",
        "409 undecided-observations",
        notYet.status() + " " + notYet.problem());
    decideFirst();
    close(Cast.FIRST);

    stage.say("Session 2: an export with preamble, a Spanish sheet, two people behind one login");
    upload(Cast.SECOND, "zoom-2.csv", Feeds.joinsWithPreamble(roster), null);
    upload(Cast.SECOND, "puerta-2.csv", Feeds.spanishSheet(roster, Cast.SECOND), null);
    stage.check(
        "people of session 2 whom only a coordinator can tell", 3, undecided(Cast.SECOND).size());
    decideSameName(Cast.SECOND);
    decide(Cast.SECOND, "Desk of Orlando", "match", Cast.SHARE_A_LOGIN);
    close(Cast.SECOND);

    stage.say("Session 3: totals without times, and a sheet with columns of its own");
    upload(Cast.THIRD, "zoom-3.csv", Feeds.totals(roster), null);
    upload(Cast.THIRD, "door-3.csv", Feeds.ownSheet(roster, Cast.THIRD), OWN_COLUMNS);
    stage.check(
        "people of session 3 whom only a coordinator can tell", 0, undecided(Cast.THIRD).size());
    close(Cast.THIRD);
    explain();
  }

  /** After certificates went out: one presence is granted, one taken back, each with its reason. */
  void correct() {
    stage.say("Two corrections: one gives a certificate, one takes it away");
    mark(
        Cast.GRANTED_LATER,
        Cast.THIRD,
        true,
        "Was in the room by telephone the whole time; the moderator confirms it.");
    mark(
        Cast.REVOKED_LATER,
        Cast.FIRST,
        false,
        "Somebody else had signed in under this name, as both of them say.");
  }

  private void awaitRoster(int people) {
    int there =
        stage.eventually(
            "the roster",
            () -> {
              Answer sheet =
                  stage
                      .platform()
                      .getAnyway(stage.coordinator(), session(Cast.FIRST) + "/attendance");
              return sheet.status() == 200
                  ? (int)
                      sheet(Cast.FIRST).stream()
                          .filter(item -> item.path("name").isString())
                          .count()
                  : 0;
            },
            size -> size == people);
    stage.check("people on the roster of each session", people, there);
  }

  private void refuseNonsense() {
    try {
      upload(
          Cast.FIRST,
          "budget.csv",
          "Item;Amount\r\nChairs;40\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
          null);
      stage.check("a file of something else is refused", "refused", "accepted");
    } catch (DemonstrationFailed refused) {
      stage.check(
          "a file of something else is refused",
          true,
          String.valueOf(refused.getMessage()).contains("unrecognised-file"));
    }
  }

  private void decideFirst() {
    decide(Cast.FIRST, "Teacher Teo", "match", List.of(Cast.NICKNAME));
    decideSameName(Cast.FIRST);
    decide(Cast.FIRST, "Support Desk", "staff", List.of());
    decide(Cast.FIRST, "iPhone", "nobody", List.of());
  }

  private void decideSameName(String session) {
    for (int number : Cast.SAME_NAME) {
      Person person = stage.cast().person(number);
      for (JsonNode observation : undecided(session)) {
        if (seenAs(observation).contains(person.organisation())) {
          decide(observation, "match", List.of(number));
        }
      }
    }
  }

  private static String seenAs(JsonNode observation) {
    return observation.path("name").asString("")
        + " "
        + observation.path("institution").asString("");
  }

  private void decide(String session, String name, String decision, List<Integer> people) {
    for (JsonNode observation : undecided(session)) {
      if (observation.get("name").asString().startsWith(name)) {
        decide(observation, decision, people);
        return;
      }
    }
    stage.check("“" + name + "” of " + session + " waits for a decision", true, false);
  }

  private void decide(JsonNode observation, String decision, List<Integer> people) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("decision", decision);
    body.put(
        "registrationIds",
        people.stream().map(number -> stage.registration(stage.cast().person(number))).toList());
    body.put("reason", "Asked by telephone.");
    stage
        .platform()
        .post(
            stage.coordinator(),
            "/api/attendance/observations/"
                + observation.get("observationId").asString()
                + "/decision",
            body);
  }

  private void close(String session) {
    JsonNode closing =
        stage
            .platform()
            .post(
                stage.coordinator(),
                session(session) + "/closing",
                Map.of("acknowledgeUndecided", false));
    if (!"closed".equals(closing.get("status").asString())) {
      closing =
          stage.eventually(
              "closing " + session,
              () -> stage.platform().get(stage.coordinator(), session(session) + "/closing"),
              view -> "closed".equals(view.get("status").asString()));
    }
    JsonNode counts = closing.path("counts");
    int attended = attendedAsToldFirst(session);
    stage.check(
        "attended " + session + ", not attended, unknown",
        attended + ", " + (59 - attended) + ", 0",
        counts.path("attended").asInt()
            + ", "
            + counts.path("notAttended").asInt()
            + ", "
            + counts.path("unknown").asInt());
  }

  /** How many attended before any correction, by the story. */
  private int attendedAsToldFirst(String session) {
    return switch (session) {
      case Cast.FIRST -> 59 - 1 - Cast.WAIT_IN_VAIN.size();
      case Cast.SECOND -> 59 - 1 - Cast.WAIT_IN_VAIN.size();
      default -> 59 - 2;
    };
  }

  private void explain() {
    JsonNode reconnected = person(Cast.RECONNECTS, Cast.FIRST);
    stage.check(
        "three pieces of a broken line count together",
        "attended 75",
        reconnected.get("outcome").asString() + " " + reconnected.path("minutes").asInt());
    JsonNode early = person(Cast.LEAVES_EARLY, Cast.SECOND);
    stage.check(
        "who left early is told the figures",
        "not-attended 42 of 60",
        early.get("outcome").asString()
            + " "
            + early.path("minutes").asInt()
            + " of "
            + early.path("requiredMinutes").asInt());
    stage.say("  " + early.path("why").path("en").asString(""));
  }

  private void mark(int number, String session, boolean attended, String reason) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("registrationId", stage.registration(stage.cast().person(number)));
    body.put("attended", attended);
    body.put("mode", "online");
    body.put("reason", reason);
    stage.platform().post(stage.coordinator(), session(session) + "/marks", body);
  }

  private JsonNode upload(String session, String name, byte[] file, @Nullable String mapping) {
    JsonNode report =
        stage
            .platform()
            .upload(stage.coordinator(), session(session) + "/imports", name, file, mapping);
    String id = report.get("importId").asString();
    return stage.eventually(
        "the import of " + name,
        () -> stage.platform().get(stage.coordinator(), session(session) + "/imports/" + id),
        view -> "applied".equals(view.get("status").asString()));
  }

  private int imports(String session) {
    return Pages.all(stage.platform(), stage.coordinator(), session(session) + "/imports").size();
  }

  private List<JsonNode> undecided(String session) {
    return Pages.all(stage.platform(), stage.coordinator(), session(session) + "/undecided");
  }

  private List<JsonNode> sheet(String session) {
    return Pages.all(stage.platform(), stage.coordinator(), session(session) + "/attendance");
  }

  private JsonNode person(int number, String session) {
    return stage
        .platform()
        .get(
            stage.coordinator(),
            session(session) + "/attendance/" + stage.registration(stage.cast().person(number)));
  }

  private String session(String session) {
    return stage.path("attendance", "/sessions/" + session);
  }
}
