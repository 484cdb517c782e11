package org.cocreation.launcher.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.access.Answer;
import org.cocreation.launcher.demo.Api.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * First act: the programme is set up; people register, wait, change their minds, cancel and are
 * promoted.
 */
final class Registering {

  private final Stage stage;

  Registering(Stage stage) {
    this.stage = stage;
  }

  void play() {
    setUp();
    register();
    changeMinds();
    count();
  }

  private void setUp() {
    stage.say("A coordinator sets up the programme " + stage.programme());
    ObjectNode document =
        (ObjectNode)
            stage
                .platform()
                .get(stage.coordinator(), "/api/registration/programmes/belize-2020/document");
    ObjectNode title = (ObjectNode) document.get("title");
    title.put("en", title.get("en").asString() + " · demonstration");
    title.put("es", title.get("es").asString() + " · demostración");
    int[] seats = {Cast.SEATS_OF_THE_SMALL_VENUE, Cast.SEATS_OF_THE_SMALL_VENUE, 30};
    for (int session = 0; session < seats.length; session++) {
      ((ObjectNode) document.get("sessions").get(session).get("venue"))
          .put("seats", seats[session]);
    }
    document
        .putArray("sectors")
        .add("civil-society")
        .add("public-body")
        .add("academia")
        .add("media")
        .add("private-sector");
    String path = "/api/registration/programmes/" + stage.programme();
    stage.platform().put(stage.coordinator(), path, document, null);
    JsonNode again = stage.platform().put(stage.coordinator(), path, document, null);
    stage.check(
        "the same programme document again makes a new revision",
        false,
        again.get("changed").asBoolean());
  }

  private void register() {
    stage.say("Sixty people register");
    String path = stage.path("registration", "/registrations");
    Answer first = null;
    for (Person person : stage.cast().people()) {
      Answer answer = stage.platform().postAnyway(Caller.PUBLIC, path, person.registration());
      if (answer.status() != 202) {
        throw new DemonstrationFailed(person.name() + " could not register: " + answer.body());
      }
      first = first == null ? answer : first;
    }
    Answer repeated =
        stage.platform().postAnyway(Caller.PUBLIC, path, stage.cast().person(0).registration());
    stage.check(
        "a known address is answered like a new one",
        true,
        first != null && first.body().equals(repeated.body()));
    Map<String, Object> wrong = new LinkedHashMap<>(stage.cast().person(0).registration());
    wrong.put("email", "no address");
    Answer refused = stage.platform().postAnyway(Caller.PUBLIC, path, wrong);
    stage.check(
        "a wrong address is refused, naming the field",
        "400 email",
        refused.status() + " " + refused.body().path("errors").path(0).path("field").asString(""));
  }

  private void changeMinds() {
    Cast cast = stage.cast();
    stage.say("One cancels, four change to online, the first in line move up");
    Person cancelling = cast.person(Cast.CANCELS);
    stage.platform().post(stage.holding(cancelling), "/api/registration/me/cancellation", Map.of());
    for (int number : Cast.CHANGE_THEIR_MIND) {
      choose(cast.person(number), "online", "online", "venue");
    }
    choose(cast.person(Cast.GOES_ONLINE), "venue", "online", "venue");
    for (int number : List.of(Cast.PROMOTED, Cast.PROMOTED_LATER)) {
      Person person = cast.person(number);
      JsonNode mine =
          stage.eventually(
              "a seat for " + person.name(),
              () -> stage.platform().get(stage.holding(person), "/api/registration/me"),
              view -> "seat".equals(place(view, 1)));
      stage.check(person.name() + " moved up to a seat in session 2", "seat", place(mine, 1));
    }
    JsonNode waiting =
        stage
            .platform()
            .get(stage.holding(cast.person(Cast.WAIT_IN_VAIN.get(0))), "/api/registration/me");
    stage.check(
        "who comes next waits in line",
        "waiting 1",
        place(waiting, 1) + " " + waiting.get("sessions").get(1).path("waitingPosition").asInt());
    Answer elsewhere =
        stage.platform().getAnyway(Caller.holding("0".repeat(43)), "/api/registration/me");
    stage.check("a link that nobody got opens nothing", 404, elsewhere.status());
  }

  private void choose(Person person, String first, String second, String third) {
    stage
        .platform()
        .put(
            stage.holding(person),
            "/api/registration/me/choices",
            Map.of("choices", Map.of(Cast.FIRST, first, Cast.SECOND, second, Cast.THIRD, third)),
            null);
  }

  private void count() {
    List<JsonNode> all =
        Pages.all(
            stage.platform(), stage.coordinator(), stage.path("registration", "/registrations"));
    for (JsonNode item : all) {
      for (Person person : stage.cast().people()) {
        if (person.email().equals(item.get("email").asString())) {
          stage.knows(person, item.get("registrationId").asString());
        }
      }
    }
    stage.check("registrations", 60, all.size());
    stage.check(
        "registrations that stand",
        59L,
        all.stream().filter(item -> "active".equals(item.get("status").asString())).count());
    for (String session : List.of(Cast.FIRST, Cast.SECOND)) {
      JsonNode places =
          stage
              .platform()
              .get(
                  stage.coordinator(),
                  stage.path("registration", "/sessions/" + session + "/places"));
      stage.check(
          "seats taken in " + session + ", and waiting",
          "12 of 12, " + (session.equals(Cast.FIRST) ? 4 : 3) + " waiting",
          places.get("taken").asInt()
              + " of "
              + places.get("seats").asInt()
              + ", "
              + places.get("waiting").asInt()
              + " waiting");
    }
    Answer closed =
        stage.platform().getAnyway(Caller.PUBLIC, stage.path("registration", "/registrations"));
    stage.check("the list is closed to the public", 401, closed.status());
    Answer wrongRole =
        stage
            .platform()
            .getAnyway(stage.committee(1), stage.path("registration", "/registrations"));
    stage.check("and to the committee", 403, wrongRole.status());
  }

  private static String place(JsonNode mine, int session) {
    return mine.path("sessions").path(session).path("place").asString("");
  }
}
