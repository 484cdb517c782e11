package org.cocreation.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.cocreation.launcher.access.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Second act: three sessions, each fed in another way, decisions about unclear rows, closing, and
 * corrections later on. Who can no longer complete is told after each.
 */
final class Attending {

  private static final String OWN_COLUMNS =
      "{\"name\":\"Participant\",\"email\":\"Mail\",\"institution\":\"From\",\"signed\":\"Here\"}";

  private final Stage stage;
  private final Telling telling;
  private final Coordinating first;
  private final Coordinating second;
  private final Coordinating third;

  Attending(Stage stage) {
    this.stage = stage;
    this.telling = new Telling(stage);
    this.first = new Coordinating(stage, Cast.FIRST);
    this.second = new Coordinating(stage, Cast.SECOND);
    this.third = new Coordinating(stage, Cast.THIRD);
  }

  void play() {
    List<Person> roster = stage.cast().onTheRoster();
    awaitRoster(roster.size());
    first(roster);
    secondPage(roster);
    second(roster);
    third(roster);
    explain();
  }

  private void first(List<Person> roster) {
    stage.say("Session 1: a Zoom meeting's list and the sheet from the door, each looked at first");
    JsonNode zoom = first.preview("zoom-1.csv", Feeds.zoom(roster), null);
    stage.check("the list of session 1 is only shown", "zoom-meeting preview", recognised(zoom));
    stage.check(
        "its rows",
        zoom.get("rows").asInt(),
        zoom.get("accepted").asInt() + zoom.get("setAsideCount").asInt());
    stage.check(
        "people whose outcome it would change",
        roster.stream().filter(person -> person.visit(Cast.FIRST).online()).count()
            - 1
            - Cast.SAME_NAME.size(),
        zoom.path("changes").path("outcomes").asLong());
    stage.check("a preview brings nothing in", 0, first.evidence());
    stage.check(
        "the same file again is the same import",
        zoom.get("importId").asString(),
        first.preview("again.csv", Feeds.zoom(roster), null).get("importId").asString());
    JsonNode wrong = first.preview("teams-2.csv", TeamsFile.of(roster), null);
    stage.check(
        "another session's list says so before anything happens",
        "0 of " + wrong.get("rows").asInt() + ", " + wrong.get("rows").asInt() + " of others",
        wrong.get("accepted").asInt()
            + " of "
            + wrong.get("rows").asInt()
            + ", "
            + wrong.get("otherSessions").asInt()
            + " of others");
    first.drop(wrong);
    first.accept(zoom, null);
    stage.check(
        "accepted, it is in", true, first.evidence() > roster.size() / 2 && attended(first, 0));
    JsonNode page = first.preview("door-1.csv", Feeds.firstPage(roster), OWN_COLUMNS);
    first.accept(page, null);
    stage.check("imports of session 1, and none twice", 2, first.imports().size());
    Answer budget =
        first.refused(
            "budget.csv", "Item;Amount\r\nChairs;40\r\n".getBytes(StandardCharsets.UTF_8));
    stage.check(
        "a file of something else is refused",
        "422 unrecognised-file",
        budget.status() + " " + budget.problem());
    stage.check(
        "people of session 1 whom only a coordinator can tell", 5, first.undecided().size());
    Answer notYet = first.closeAnyway();
    stage.check(
        "closing asks about them first",
        "409 undecided-observations",
        notYet.status() + " " + notYet.problem());
    first.decide(first.waiting("Teacher Teo"), "match", List.of(Cast.NICKNAME));
    first.decideSameName();
    first.decide(first.waiting("Support Desk"), "staff", List.of());
    first.decide(first.waiting("iPhone"), "nobody", List.of());
    first.close(59 - 1 - Cast.WAIT_IN_VAIN.size() - Cast.ON_THE_SECOND_PAGE.size());
    telling.outOfReach(Cast.WAIT_IN_VAIN.get(2), true);
    telling.outOfReach(Cast.ON_THE_SECOND_PAGE.get(0), true);
  }

  private void secondPage(List<Person> roster) {
    stage.say("The second page of the sheet turns up after closing; two can complete after all");
    JsonNode page = first.preview("door-1-page-2.csv", Feeds.secondPage(roster), null);
    stage.check(
        "people whose outcome it would change after closing",
        Cast.ON_THE_SECOND_PAGE.size(),
        page.path("changes").path("outcomes").asInt());
    first.accept(page, "The second page lay under another list.");
    Cast.ON_THE_SECOND_PAGE.forEach(telling::withinReach);
  }

  private void second(List<Person> roster) {
    stage.say("Session 2: a Teams report in Spanish, and what a telephone scanned at the door");
    JsonNode teams = second.preview("informe-2.csv", TeamsFile.of(roster), null);
    stage.check(
        "the report of session 2 is only shown", "microsoft-teams preview", recognised(teams));
    stage.check("the organisers' staff is set apart", 2, teams.at("/people/staff").asInt());
    second.accept(teams, null);
    scanTheDoor(roster);
    stage.check(
        "people of session 2 whom only a coordinator can tell", 4, second.undecided().size());
    second.decideSameName();
    second.decide(second.waiting(TeamsFile.TELEPHONE), "nobody", List.of());
    JsonNode desk = second.waiting("Desk of Orlando");
    JsonNode foreseen = second.preview(desk, "match", Cast.SHARE_A_LOGIN);
    stage.check(
        "what the decision about two behind one login would change",
        "2 people, 0 yet",
        foreseen.path("outcomes").asInt()
            + " people, "
            + Cast.SHARE_A_LOGIN.stream().filter(number -> attended(second, number)).count()
            + " yet");
    second.decide(desk, "match", Cast.SHARE_A_LOGIN);
    stage.check(
        "who was seen in two places at once is shown so",
        "attended with a conflict",
        second.person(Cast.IN_BOTH_PLACES).get("outcome").asString()
            + (second.person(Cast.IN_BOTH_PLACES).path("conflicts").isEmpty()
                ? ""
                : " with a conflict"));
    second.close(59 - 1 - Cast.WAIT_IN_VAIN.size());
    telling.outOfReach(Cast.LEAVES_EARLY, true);
  }

  /** Hours later, as the telephone was offline; and again, as it did not hear the answer. */
  private void scanTheDoor(List<Person> roster) {
    List<Map<String, Object>> scans = new ArrayList<>();
    for (Person person : roster) {
      if (person.visit(Cast.SECOND).venue()) {
        scans.add(scan(stage.registration(person), 16, person.number()));
      }
    }
    int people = scans.size();
    scans.add(scan("somebody-elses-ticket", 17, 1));
    Map<String, Object> batch =
        Map.of("device", "door-1", "sentAt", Instant.now().toString(), "scans", scans);
    stage.check(
        "scans at the door: taken, of nobody known",
        people + ", 1",
        results(second.scan(batch), "accepted") + ", " + unknown(second.scan(batch)));
    stage.check(
        "the same scans again",
        people + " repeated",
        results(second.scan(batch), "repeated") + " repeated");
  }

  private static Map<String, Object> scan(String code, int hour, int minute) {
    return Map.of(
        "nonce",
        "n-" + code,
        "code",
        code,
        "scannedAt",
        "2020-02-20T%02d:%02d:00Z".formatted(hour, minute % 60));
  }

  private static int unknown(JsonNode answer) {
    return results(answer, "unknown-code");
  }

  private static int results(JsonNode answer, String result) {
    return (int)
        StreamSupport.stream(answer.path("results").spliterator(), false)
            .filter(one -> one.path("result").asString("").equals(result))
            .count();
  }

  private void third(List<Person> roster) {
    stage.say(
        "Session 3: Adobe Connect's report of the room, and a Spanish sheet of an old machine");
    JsonNode adobe = third.preview("report-3.xml", AdobeFile.of(roster), null);
    stage.check(
        "the report of session 3 is only shown", "adobe-connect preview", recognised(adobe));
    stage.check(
        "visits of another session in the same room",
        AdobeFile.VISITS_OF_THE_FIRST_SESSION,
        adobe.get("otherSessions").asInt());
    third.accept(adobe, null);
    JsonNode sheet = third.preview("puerta-3.csv", Feeds.spanishSheet(roster), null);
    stage.check(
        "the sheet of session 3, and its encoding",
        "sign-in-sheet preview, windows-1252",
        recognised(sheet) + ", " + sheet.get("encoding").asString());
    third.accept(sheet, null);
    stage.check(
        "people of session 3 whom only a coordinator can tell", 0, third.undecided().size());
    third.close(59 - 2);
    telling.outOfReach(Cast.STAYS_AWAY, false);
  }

  private static String recognised(JsonNode preview) {
    return preview.path("format").asString("") + " " + preview.get("status").asString();
  }

  private static boolean attended(Coordinating session, int number) {
    return "attended".equals(session.person(number).get("outcome").asString());
  }

  /** After certificates went out: one presence is granted, one taken back, each with its reason. */
  void correct() {
    stage.say("Two corrections: one gives a certificate, one takes it away");
    third.mark(
        Cast.GRANTED_LATER,
        true,
        "Was in the room by telephone the whole time; the moderator confirms it.");
    first.mark(
        Cast.REVOKED_LATER,
        false,
        "Somebody else had signed in under this name, as both of them say.");
  }

  private void awaitRoster(int people) {
    int there =
        stage.eventually(
            "the roster",
            () ->
                first.sheetAnyway().status() == 200
                    ? (int)
                        first.sheet().stream().filter(item -> item.path("name").isString()).count()
                    : 0,
            size -> size == people);
    stage.check("people on the roster of each session", people, there);
  }

  private void explain() {
    stage.check(
        "three pieces of a broken line count together",
        "attended 75",
        figures(first.person(Cast.RECONNECTS)));
    stage.check(
        "who was still inside when the list was taken counts to the end",
        "attended 99",
        figures(third.person(Cast.STILL_INSIDE)));
    JsonNode early = second.person(Cast.LEAVES_EARLY);
    stage.check(
        "who left early is told the figures",
        "not-attended 42 of 60",
        figures(early) + " of " + early.path("requiredMinutes").asInt());
    stage.say("  " + early.path("why").path("en").asString(""));
  }

  private static String figures(JsonNode person) {
    return person.get("outcome").asString() + " " + person.path("minutes").asInt();
  }
}
