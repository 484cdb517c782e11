package org.cocreation.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cocreation.submission.Scene.commitment;
import static org.cocreation.submission.Scene.note;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cocreation.messaging.Intake;
import org.cocreation.submission.Caller.Answer;
import org.cocreation.submission.Scene.Participant;
import org.cocreation.testing.contracts.Wiring;
import org.cocreation.testing.tokens.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** The whole service over HTTP and its topics, on the embedded store and a real broker. */
@WholeService
class SubmissionServiceTest {

  @LocalServerPort int port;
  @Autowired Environment environment;
  @Autowired Intake arrivals;
  private Wire wire;
  private Scene scene;

  @BeforeEach
  void begin() {
    wire = new Wire(environment.getRequiredProperty("spring.kafka.bootstrap-servers"));
    scene = new Scene(port, wire);
  }

  @AfterEach
  void end() {
    wire.close();
  }

  @Test
  void takesNotesOfCertificateHoldersOnlyWhereTheProcessSaysSo() {
    Participant ana = scene.registered("Ana Pott", "River Watch");
    scene
        .coordinator
        .put("/programmes/" + scene.programme + "/process", Map.of("whoMaySubmit", "certified"))
        .is(200);
    String id = ana.caller().post("/me/notes", note("Rivers")).is(201).text("noteId");
    String submission = "/me/notes/" + id + "/submission";
    ana.caller().post(submission, null).isProblem(403, "not-eligible");
    wire.send(
        "certificate.events",
        "certificate-issued",
        ana.registrationId(),
        Map.of(
            "registrationId",
            ana.registrationId(),
            "programmeId",
            scene.programme,
            "serial",
            "OGB-0001",
            "issuedAt",
            "2020-02-28T12:00:00Z",
            "rule",
            Map.of("en", "all sessions", "es", "todas las sesiones"),
            "evidence",
            List.of(Map.of("sessionId", "w1", "mode", "online", "minutes", 88))));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> ana.caller().post(submission, null).is(200));
    assertThat(scene.anybody.get("/trails/" + id).is(200).text("number")).isEqualTo("CN-001");
    assertThat(scene.member("eva").get("/notes/" + id).is(200).at("certified").asBoolean())
        .isTrue();
  }

  @Test
  void letsInOnlyWhoMay() {
    Participant ana = scene.registered("Ana Pott", "River Watch");
    Participant ben = scene.registered("Ben Cho", "Club");
    String p = "/programmes/" + scene.programme;
    String note = scene.submitted(ana, "Clean rivers");
    scene.anybody.get("/me/notes").is(401);
    scene.anybody.withLink("A".repeat(43)).get("/me/notes").is(404);
    ben.caller().get("/me/notes/" + note).isProblem(404, "not-found");
    ben.caller().post("/me/notes/" + note + "/withdrawal", null).isProblem(404, "not-found");
    scene.anybody.get("/notes/" + note).is(401);
    scene.coordinator.get("/notes/" + note).is(403);
    ana.caller().get("/notes/" + note).is(403);
    scene.member("eva").put(p + "/process", Map.of()).is(403);
    scene.anybody.withToken(TestTokens.administrator()).get("/notes/" + note).is(200);
    scene.anybody.post(p + "/plan/publication", null).is(401);
    scene.anybody.post("/comments/x/moderation", Map.of("decision", "publish")).is(401);
    scene.member("eva").get("/notes/unknown").isProblem(404, "not-found");
    scene.anybody.get("/trails/unknown").isProblem(404, "not-found");
    scene.anybody.get("/programmes/unheard-of/template").isProblem(404, "not-found");
    scene
        .anybody
        .post("/commitments/unknown/comments", Map.of("text", "x"))
        .isProblem(404, "not-found");
    Answer open = scene.anybody.get(p + "/process").is(200);
    assertThat(open.lacks("committee")).isTrue();
  }

  @Test
  void namesTheFieldThatIsWrong() {
    Participant ana = scene.registered("Ana Pott", "River Watch");
    Answer unknown =
        ana.caller()
            .post(
                "/me/notes",
                Map.of("content", Map.of("poem", "x"), "policyAreas", List.of("magic")))
            .isProblem(422, "note-invalid");
    assertThat(unknown.texts("errors", "field"))
        .containsExactlyInAnyOrder("content.poem", "policyAreas[0]");
    ana.caller().post("/me/notes", "{\"content\": ").isProblem(400, "invalid-request");
    String note = scene.submitted(ana, "Clean rivers");
    Answer incomplete =
        scene
            .member("eva")
            .put(
                "/notes/" + note + "/evaluation",
                Map.of("gates", Map.of(), "scores", Map.of("significance", 9)))
            .isProblem(422, "evaluation-incomplete");
    assertThat(incomplete.texts("errors", "field"))
        .contains("gates.open-government", "scores.significance");
    Answer outcome =
        scene
            .member("eva")
            .post("/notes/" + note + "/decision", Map.of("outcome", "maybe", "reason", "x"))
            .is(400);
    assertThat(outcome.texts("errors", "field")).containsExactly("outcome");
    Answer process =
        scene
            .coordinator
            .put("/programmes/" + scene.programme + "/process", Map.of("quorum", 0))
            .isProblem(422, "process-invalid");
    assertThat(process.texts("errors", "field")).containsExactly("quorum");
    scene.member("eva").get("/programmes/" + scene.programme + "/notes?state=odd").is(400);
  }

  @Test
  void beginsOneNoteForAHundredIdenticalRequests() throws InterruptedException, ExecutionException {
    Participant ana = scene.registered("Ana Pott", "River Watch");
    Caller caller = ana.caller().with("Idempotency-Key", UUID.randomUUID().toString());
    ExecutorService racers = Executors.newFixedThreadPool(20);
    Set<String> ids = new TreeSet<>();
    try {
      List<Future<Answer>> answers =
          racers.invokeAll(
              java.util.Collections.nCopies(100, () -> caller.post("/me/notes", note("Rivers"))));
      for (Future<Answer> answer : answers) {
        ids.add(answer.get().is(201).text("noteId"));
      }
    } finally {
      racers.shutdownNow();
    }
    assertThat(ids).hasSize(1);
    assertThat(ana.caller().get("/me/notes").at("items").size()).isEqualTo(1);
    caller.post("/me/notes", note("Other")).is(422);
  }

  @Test
  void forgetsAnErasedAuthorAndKeepsWhatPlansRestOn() {
    Participant ana = scene.registered("Ana Pott", "River Watch");
    String decided = scene.selected(ana, "Clean rivers");
    String waiting = scene.submitted(ana, "Clean lakes");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(scene.anybody.get("/trails/" + decided).text("author"))
                    .isEqualTo("Ana Pott"));
    wire.send(
        "registration.events",
        "registration-erased",
        ana.registrationId(),
        Map.of(
            "registrationId",
            ana.registrationId(),
            "programmeId",
            scene.programme,
            "erasedAt",
            "2020-04-01T00:00:00Z"));
    wire.erase("registration.contacts", ana.registrationId());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> ana.caller().get("/me/notes").is(404));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(scene.anybody.get("/trails/" + waiting).text("state"))
                    .isEqualTo("withdrawn"));
    assertThat(scene.anybody.get("/trails/" + decided).is(200).lacks("author")).isTrue();
    Answer note = scene.member("eva").get("/notes/" + decided).is(200);
    assertThat(note.text("content.problem")).isNotBlank();
    assertThat(note.lacks("author.name")).isTrue();
  }

  @Test
  void closesAConsultationAtItsDateByItself() {
    Participant ana = scene.registered("Ana Pott", "River Watch");
    String commitment = scene.drafted("Rivers", scene.selected(ana, "Clean rivers"));
    String p = "/programmes/" + scene.programme;
    scene
        .member("carla")
        .post(
            p + "/consultation/opening",
            Map.of("closesAt", Instant.now().plusSeconds(2).toString()))
        .is(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(scene.announced()).contains("consultation-closed"));
    scene
        .anybody
        .post("/commitments/" + commitment + "/comments", Map.of("text", "Too late."))
        .isProblem(409, "consultation-not-open");
    ana.caller().post("/me/notes", note("Late")).is(201);
    assertThat(scene.anybody.get(p + "/template").at("open").asBoolean()).isFalse();
  }

  @Test
  void isWiredAsDeclaredAndDescribesItsApi() {
    Wiring.of("submission")
        .assertReceives(
            Wiring.destinations(environment), arrivals.types(), arrivals.tombstoneTopics());
    Answer api = scene.anybody.get("/v3/api-docs").is(200);
    Set<String> paths = new TreeSet<>();
    api.at("paths").propertyNames().forEach(paths::add);
    List<String> missing = new ArrayList<>();
    for (String path :
        List.of(
            "/programmes/{programme}/process",
            "/me/notes/{note}/submission",
            "/notes/{note}/evaluation",
            "/programmes/{programme}/plan/publication",
            "/trails/{note}")) {
      if (!paths.contains("/api/submission" + path)) {
        missing.add(path);
      }
    }
    assertThat(missing).as(paths.stream().collect(Collectors.joining(" "))).isEmpty();
    assertThat(api.raw().body()).contains("River data for everybody");
  }
}
