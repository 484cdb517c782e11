package org.cocreation.launcher.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.access.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a coordinator does with one session: feeds it, decides, marks, closes, looks. */
final class Coordinating {

  private final Stage stage;
  private final String session;

  Coordinating(Stage stage, String session) {
    this.stage = stage;
    this.session = session;
  }

  /** Sends a file and gets to know what it would bring, without any effect. */
  JsonNode preview(String name, byte[] file, @Nullable String mapping) {
    return stage.platform().upload(stage.coordinator(), path("/imports"), name, file, mapping);
  }

  /** The answer to a file that is refused; fails when it is not. */
  Answer refused(String name, byte[] file) {
    return stage.platform().uploadAnyway(stage.coordinator(), path("/imports"), name, file, null);
  }

  /** Brings in what was previewed. */
  JsonNode accept(JsonNode preview, @Nullable String reason) {
    String path = path("/imports/" + preview.get("importId").asString());
    Map<String, Object> body = reason == null ? Map.of() : Map.of("reason", reason);
    stage.platform().post(stage.coordinator(), path + "/acceptance", body);
    return stage.eventually(
        "the import of " + preview.path("fileName").asString(""),
        () -> stage.platform().get(stage.coordinator(), path),
        view -> "applied".equals(view.get("status").asString()));
  }

  /** Lets a preview go. */
  void drop(JsonNode preview) {
    stage
        .platform()
        .delete(stage.coordinator(), path("/imports/" + preview.get("importId").asString()));
  }

  List<JsonNode> imports() {
    return all("/imports");
  }

  List<JsonNode> undecided() {
    return all("/undecided");
  }

  List<JsonNode> sheet() {
    return all("/attendance");
  }

  Answer sheetAnyway() {
    return stage.platform().getAnyway(stage.coordinator(), path("/attendance"));
  }

  /** Pieces of evidence in the sheet, about everybody. */
  int evidence() {
    return sheet().stream().mapToInt(item -> item.path("evidence").size()).sum();
  }

  JsonNode person(int number) {
    return stage
        .platform()
        .get(
            stage.coordinator(),
            path("/attendance/" + stage.registration(stage.cast().person(number))));
  }

  /** The observation that waits under a name beginning so. */
  JsonNode waiting(String name) {
    return undecided().stream()
        .filter(observation -> observation.path("name").asString("").startsWith(name))
        .findFirst()
        .orElseThrow(
            () -> new DemonstrationFailed("“" + name + "” of " + session + " does not wait"));
  }

  void decide(JsonNode observation, String decision, List<Integer> people) {
    stage.platform().post(stage.coordinator(), decision(observation), decided(decision, people));
  }

  /** What a decision would change, without any effect. */
  JsonNode preview(JsonNode observation, String decision, List<Integer> people) {
    return stage
        .platform()
        .post(stage.coordinator(), decision(observation) + "/preview", decided(decision, people));
  }

  private static String decision(JsonNode observation) {
    return "/api/attendance/observations/"
        + observation.get("observationId").asString()
        + "/decision";
  }

  private Map<String, Object> decided(String decision, List<Integer> people) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("decision", decision);
    body.put(
        "registrationIds",
        people.stream().map(number -> stage.registration(stage.cast().person(number))).toList());
    body.put("reason", "Asked by telephone.");
    return body;
  }

  /** Whoever carries a name that two people have is told apart by the institution. */
  void decideSameName() {
    for (int number : Cast.SAME_NAME) {
      Person person = stage.cast().person(number);
      for (JsonNode observation : undecided()) {
        String seen =
            observation.path("name").asString("")
                + " "
                + observation.path("institution").asString("");
        if (seen.contains(person.organisation())) {
          decide(observation, "match", List.of(number));
        }
      }
    }
  }

  void mark(int number, boolean attended, String reason) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("registrationId", stage.registration(stage.cast().person(number)));
    body.put("attended", attended);
    body.put("mode", "online");
    body.put("reason", reason);
    stage.platform().post(stage.coordinator(), path("/marks"), body);
  }

  /** Brings what a telephone scanned at the door. */
  JsonNode scan(Map<String, Object> batch) {
    return stage.platform().post(stage.coordinator(), path("/scans"), batch);
  }

  Answer closeAnyway() {
    return stage
        .platform()
        .postAnyway(stage.coordinator(), path("/closing"), Map.of("acknowledgeUndecided", false));
  }

  /** Closes the session and checks how many attended it. */
  void close(int attended) {
    Answer answer = closeAnyway();
    if (answer.status() >= 300) {
      throw new DemonstrationFailed(session + " could not be closed: " + answer.body());
    }
    JsonNode closing =
        stage.eventually(
            "closing " + session,
            () -> stage.platform().get(stage.coordinator(), path("/closing")),
            view -> "closed".equals(view.get("status").asString()));
    JsonNode counts = closing.path("counts");
    stage.check(
        "attended " + session + ", not attended, unknown",
        attended + ", " + (stage.cast().onTheRoster().size() - attended) + ", 0",
        counts.path("attended").asInt()
            + ", "
            + counts.path("notAttended").asInt()
            + ", "
            + counts.path("unknown").asInt());
  }

  private List<JsonNode> all(String list) {
    return Pages.all(stage.platform(), stage.coordinator(), path(list));
  }

  private String path(String rest) {
    return stage.path("attendance", "/sessions/" + session + rest);
  }
}
