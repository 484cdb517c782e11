package org.cocreation.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cocreation.attendance.Client.Answer;
import org.cocreation.messaging.Intake;
import org.cocreation.testing.contracts.Contract;
import org.cocreation.testing.contracts.Wiring;
import org.cocreation.testing.tokens.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/**
 * The whole service, over HTTP and the broker: from what registration tells to what attendance
 * announces.
 */
@WholeService
class AttendanceServiceTest {

  private static final String ZOOM =
      "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n";

  @LocalServerPort private int port;
  @Autowired private Environment settings;
  @Autowired private Intake arrivals;
  @Autowired private Intake feed;

  private final String programme = "p-" + UUID.randomUUID().toString().substring(0, 8);
  private Wire wire;
  private Client coordinator;
  private Setting setting;

  @BeforeEach
  void connect() {
    wire = new Wire(settings.getRequiredProperty("spring.kafka.bootstrap-servers"));
    coordinator = new Client(port, "Bearer " + TestTokens.coordinator());
    setting = new Setting(programme, wire, coordinator);
  }

  @AfterEach
  void disconnect() {
    wire.close();
  }

  @Test
  void carriesASessionFromItsListsToTheAttendanceThatCountsAndItsCorrection() {
    programmeWithPeople("Inés Pérez", "Ben Tzul", "Marisol Canto");
    Answer imported =
        coordinator.upload(
            session("imports"),
            bytes(
                ZOOM
                    + "Inés Pérez [BTEC],,02/13/2020 10:28:00 AM,02/13/2020 10:50:00 AM,22,No\n"
                    + "Inés Pérez [BTEC],,02/13/2020 11:01:00 AM,02/13/2020 11:43:00 AM,42,No\n"
                    + "somebody,PERSON2@civic.example,02/13/2020 10:30:00 AM,02/13/2020 11:00:00 AM,30,No\n"
                    + "m. canto,,02/13/2020 10:30:00 AM,02/13/2020 12:00:00 PM,90,No\n"
                    + "Other Day,,02/20/2020 10:30:00 AM,02/20/2020 12:00:00 PM,90,No\n"
                    + "Broken,,soon,02/20/2020 12:00:00 PM,90,No\n"),
            null);
    assertThat(imported.status()).as(imported.body()).isEqualTo(201);
    assertThat(imported.json().get("status").asString()).isEqualTo("preview");
    assertThat(imported.json().get("changes").get("outcomes").asInt()).isEqualTo(1);
    JsonNode change = imported.json().get("changes").get("items").get(0);
    assertThat(change.get("registrationId").asString()).isEqualTo(person(1));
    assertThat(change.get("before").get("outcome").asString()).isEqualTo("not-attended");
    assertThat(change.get("after").get("minutes").asInt()).isEqualTo(64);
    assertThat(coordinator.get(session("undecided")).json().get("items")).isEmpty();
    assertThat(accept(imported).json().get("status").asString()).isEqualTo("applied");
    assertThat(imported.json().get("format").asString()).isEqualTo("zoom-meeting");
    assertThat(imported.json().get("fileName").asString()).isEqualTo("list.csv");
    assertThat(imported.json().get("accepted").asInt()).isEqualTo(4);
    assertThat(imported.json().get("otherSessions").asInt()).isEqualTo(1);
    assertThat(imported.json().get("problems").get(0).get("row").asInt()).isEqualTo(7);
    assertThat(imported.json().get("matchedBy").get("email").asInt()).isEqualTo(1);

    JsonNode waiting = coordinator.get(session("undecided")).json().get("items");
    assertThat(waiting).hasSize(1);
    assertThat(waiting.get(0).get("suggestions").get(0).get("registrationId").asString())
        .isEqualTo(person(3));
    Answer early = coordinator.post(session("closing"), "{\"acknowledgeUndecided\":false}");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.slug()).isEqualTo("undecided-observations");
    assertThat(early.json().get("undecided").asInt()).isEqualTo(1);

    Answer closed = coordinator.post(session("closing"), "{\"acknowledgeUndecided\":true}");
    assertThat(closed.status()).as(closed.body()).isEqualTo(200);
    assertThat(closed.json().get("counts").get("attended").asInt()).isEqualTo(1);
    await().untilAsserted(() -> assertThat(wire.heard("session-closed", programme)).hasSize(1));
    await()
        .untilAsserted(() -> assertThat(wire.heard("attendance-recorded", programme)).hasSize(3));

    String observation = waiting.get(0).get("observationId").asString();
    Answer unexplained =
        coordinator.post(
            "/api/attendance/observations/" + observation + "/decision",
            "{\"decision\":\"match\",\"registrationIds\":[\"" + person(3) + "\"]}");
    assertThat(unexplained.status()).isEqualTo(422);
    assertThat(unexplained.slug()).isEqualTo("reason-required");
    Answer decided =
        coordinator.post(
            "/api/attendance/observations/" + observation + "/decision",
            "{\"decision\":\"match\",\"registrationIds\":[\""
                + person(3)
                + "\"],\"reason\":\"confirmed by phone\"}");
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    assertThat(decided.json().get("decision").get("by").asString()).isEqualTo("carla.coordinator");
    await()
        .untilAsserted(() -> assertThat(wire.heard("attendance-corrected", programme)).hasSize(1));
    JsonNode correction = wire.heard("attendance-corrected", programme).get(0).body();
    assertThat(correction.get("registrationId").asString()).isEqualTo(person(3));
    assertThat(correction.get("previousOutcome").asString()).isEqualTo("not-attended");
    assertThat(correction.get("outcome").asString()).isEqualTo("attended");
    assertThat(correction.get("reason").asString()).isEqualTo("confirmed by phone");
    for (String fact : List.of("attendance-recorded", "attendance-corrected", "session-closed")) {
      wire.heard(fact, programme).forEach(each -> Contract.assertValid(each.type(), each.json()));
    }

    JsonNode sheet = coordinator.get(session("attendance")).json();
    assertThat(sheet.get("session").get("status").asString()).isEqualTo("closed");
    assertThat(sheet.get("items")).hasSize(3);
    assertThat(sheet.get("items").get(0).get("why").get("en").asString())
        .isEqualTo(
            "Present 64 of 90 minutes online in 2 connections (10:28–10:50, 11:01–11:43); needs 60: attended.");
    assertThat(sheet.get("items").get(0).get("evidence")).hasSize(2);
    assertThat(sheet.get("items").get(2).get("recorded").get("revision").asInt()).isEqualTo(2);
  }

  @Test
  void showsParticipantsTheirOwnAttendanceOnceItCounts() {
    programmeWithPeople("Inés Pérez");
    Client me = new Client(port, "PersonalLink " + token(1));
    assertThat(me.get("/api/attendance/me").json().get("sessions").get(0).has("outcome")).isFalse();
    bring(bytes("Nombre;Firma\nInés Pérez;x\n"), null);
    coordinator.post(session("closing"), "{}");

    JsonNode mine = me.get("/api/attendance/me").json();

    assertThat(mine.get("registrationId").asString()).isEqualTo(person(1));
    assertThat(mine.get("sessions").get(0).get("outcome").asString()).isEqualTo("attended");
    assertThat(mine.get("sessions").get(0).get("mode").asString()).isEqualTo("venue");
    assertThat(new Client(port, "PersonalLink " + token(2)).get("/api/attendance/me").status())
        .isEqualTo(404);
  }

  @Test
  void takesTheSameFileOnceAndUndoesIt() {
    programmeWithPeople("Inés Pérez");
    byte[] file = bytes("Wer;Da\nInés Pérez;ja\n");
    String mapping = "{\"name\":\"Wer\",\"signed\":\"Da\"}";
    Answer first = coordinator.upload(session("imports"), file, mapping);
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(coordinator.upload(session("imports"), file, mapping).status()).isEqualTo(200);
    accept(first);
    Answer again = coordinator.upload(session("imports"), file, mapping);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().get("status").asString()).isEqualTo("applied");

    String id = first.json().get("importId").asString();
    Answer undone =
        coordinator.post(session("imports/" + id + "/undo"), "{\"reason\":\"wrong file\"}");

    assertThat(undone.json().get("status").asString()).isEqualTo("undone");
    assertThat(coordinator.get(session("attendance/" + person(1))).json().get("outcome").asString())
        .isEqualTo("not-attended");
    assertThat(coordinator.get(session("imports")).json().get("items")).hasSize(1);
  }

  @Test
  void putsAsideWhatItDoesNotRecogniseAndCountsIt() {
    programmeWithPeople("Inés Pérez");

    Answer refused =
        coordinator.upload(session("imports"), bytes("Teilnehmer;Beitritt\nx;y\n"), null);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.slug()).isEqualTo("unrecognised-file");
    assertThat(refused.json().get("seen").asString()).isEqualTo("Teilnehmer;Beitritt");
    assertThat(
            coordinator.get(session("imports")).json().get("items").get(0).get("status").asString())
        .isEqualTo("quarantined");
    assertThat(new Client(port, null).get("/actuator/prometheus").body())
        .contains("cocreation_attendance_imports_total{")
        .contains("cocreation_attendance_files_total{")
        .contains("outcome=\"unrecognised\"")
        .contains("outcome=\"quarantined\"");
  }

  @Test
  void marksAndTakesMarksBack() {
    programmeWithPeople("Inés Pérez");
    String mark = "{\"registrationId\":\"" + person(1) + "\",\"attended\":true,\"reason\":\"%s\"}";

    Answer marked = coordinator.post(session("marks"), mark.formatted("seen at the door"));
    assertThat(marked.json().get("outcome").asString()).isEqualTo("attended");
    assertThat(marked.json().get("mark").get("mode").asString()).isEqualTo("venue");
    assertThat(coordinator.post(session("marks"), mark.formatted("")).slug())
        .isEqualTo("reason-required");

    Answer back =
        coordinator.post(
            session("marks/" + person(1) + "/withdrawal"), "{\"reason\":\"another person\"}");
    assertThat(back.json().get("outcome").asString()).isEqualTo("not-attended");
    assertThat(back.json().has("mark")).isFalse();
  }

  @Test
  void erasesWhoIsErased() {
    programmeWithPeople("Inés Pérez", "Ben Tzul");
    bring(bytes("Name,Signature\nInés Pérez,x\nBen Tzul,x\n"), null);

    wire.tell("contact", person(1), null);
    wire.flush();

    await()
        .untilAsserted(
            () ->
                assertThat(coordinator.get(session("observations")).body())
                    .doesNotContain("Inés")
                    .contains("Ben Tzul"));
    // The roster is last to forget, so that a crash before does all of it again.
    await()
        .untilAsserted(
            () -> assertThat(coordinator.get(session("attendance")).body()).doesNotContain("Inés"));
  }

  @Test
  void letsInOnlyWhoMay() {
    programmeWithPeople("Inés Pérez");

    assertThat(new Client(port, null).get(session("attendance")).status()).isEqualTo(401);
    assertThat(
            new Client(port, "Bearer " + TestTokens.committee())
                .get(session("attendance"))
                .status())
        .isEqualTo(403);
    assertThat(new Client(port, "PersonalLink " + token(1)).get(session("attendance")).status())
        .isEqualTo(403);
    assertThat(coordinator.get("/api/attendance/me").status()).isEqualTo(403);
    assertThat(
            new Client(port, "Bearer " + TestTokens.administrator())
                .get(session("attendance"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void answersBadInputWithWhatWasExpected() {
    programmeWithPeople("Inés Pérez");

    assertThat(coordinator.get("/api/attendance/programmes/none/sessions").slug())
        .isEqualTo("unknown-programme");
    assertThat(coordinator.get(session("attendance/nobody")).slug()).isEqualTo("unknown-person");
    assertThat(coordinator.get("/api/attendance/programmes/none/sessions/w1/attendance").status())
        .isEqualTo(404);
    assertThat(coordinator.get("/api/attendance/observations/none").status()).isEqualTo(404);
    assertThat(coordinator.get(session("attendance?limit=0")).status()).isEqualTo(400);
    assertThat(coordinator.get(session("observations?state=odd")).status()).isEqualTo(400);
    Answer noMark = coordinator.post(session("marks"), "{\"reason\":\"x\"}");
    assertThat(noMark.status()).isEqualTo(400);
    assertThat(noMark.body()).contains("registrationId", "attended");
    Answer noName = coordinator.upload(session("imports"), bytes("a,b\n"), "{\"email\":\"a\"}");
    assertThat(noName.status()).isEqualTo(400);
    assertThat(noName.body()).contains("mapping");
    assertThat(coordinator.upload(session("imports"), new byte[10_600_000], null).status())
        .isEqualTo(413);
  }

  @Test
  void closesASessionOfManyPeopleInSeconds() {
    int people = 1_000;
    programmeWithPeople();
    for (int i = 1; i <= people; i++) {
      setting.tellPerson(i, "Person Number" + i);
    }
    wire.flush();
    // The last few of them are spread over all partitions.
    for (int i = people - 30; i <= people; i++) {
      setting.awaitPerson(i);
    }
    StringBuilder file = new StringBuilder(ZOOM);
    for (int i = 1; i <= people; i++) {
      file.append("x,person")
          .append(i)
          .append("@civic.example,02/13/2020 10:30:00 AM,02/13/2020 11:45:00 AM,75,No\n");
    }
    Answer imported = bring(bytes(file.toString()), null);
    assertThat(imported.json().get("people").get("matched").asInt())
        .as(imported.body())
        .isEqualTo(people);

    Answer closed = coordinator.post(session("closing"), "{}");

    assertThat(closed.json().get("counts").get("attended").asInt()).isEqualTo(people);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(wire.heard("attendance-recorded", programme)).hasSize(people));
  }

  @Test
  void isWiredAsDeclared() {
    Wiring.of("attendance")
        .assertReceives(
            Wiring.destinations(settings),
            Stream.concat(arrivals.types().stream(), feed.types().stream()).toList(),
            arrivals.tombstoneTopics());
  }

  private void programmeWithPeople(String... names) {
    setting.programmeWithPeople(names);
  }

  private Answer bring(byte[] file, @Nullable String mapping) {
    return accept(coordinator.upload(session("imports"), file, mapping));
  }

  private Answer accept(Answer preview) {
    return setting.accept(preview, "{}");
  }

  private String session(String rest) {
    return setting.session(rest);
  }

  private String person(int number) {
    return setting.person(number);
  }

  private String token(int number) {
    return setting.token(number);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
