package org.cocreation.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cocreation.submission.Scene.commitment;
import static org.cocreation.submission.Scene.decision;
import static org.cocreation.submission.Scene.evaluation;
import static org.cocreation.submission.Scene.note;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cocreation.submission.Caller.Answer;
import org.cocreation.submission.Scene.Participant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** One programme from its first note to the published plan, over HTTP and the topics. */
@WholeService
class WholeStoryTest {

  @LocalServerPort int port;
  @Autowired Environment environment;
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
  void carriesNotesAllTheWayToAPublishedPlan() {
    String p = "/programmes/" + scene.programme;
    Participant ana = scene.registered("Ana Pott", "River Watch");
    Participant ben = scene.registered("Ben Cho", "Open Budget Club");
    scene
        .coordinator
        .put(
            p + "/process",
            Map.of(
                "template", Map.of("version", 1, "wordLimits", Map.of("title", 6)),
                "quorum", 3,
                "committee",
                    List.of(
                        Map.of(
                            "member", "dan", "name", "Dan Tzul", "organisation", "river watch"))))
        .is(200);
    Answer form = scene.anybody.get(p + "/template").is(200);
    assertThat(form.at("fields.0.wordLimit").asInt()).isEqualTo(6);
    assertThat(form.at("open").asBoolean()).isTrue();

    String first = write(ana);
    ana.caller().post("/me/notes/" + first + "/submission", null).is(200);
    String second = scene.submitted(ben, "Open budgets");
    String third = scene.submitted(ben, "Free bread");

    judge(first);
    for (String member : List.of("carla", "eva", "flor")) {
      scene.member(member).put("/notes/" + second + "/evaluation", evaluation(3)).is(200);
      scene.member(member).put("/notes/" + third + "/evaluation", evaluation(1)).is(200);
    }
    scene.member("carla").post("/notes/" + second + "/decision", decision("selected")).is(200);

    String merged = scene.drafted("Open river data and budgets", first, second);
    scene
        .member("carla")
        .post(
            p + "/commitments",
            Map.of("content", commitment("Bread"), "derivesFrom", List.of(third)))
        .isProblem(422, "commitment-invalid");
    scene.anybody.get(p + "/consultation").is(200);
    assertThat(scene.anybody.get(p + "/consultation").text("state")).isEqualTo("not-opened");
    scene
        .member("carla")
        .post(
            p + "/consultation/opening",
            Map.of("closesAt", Instant.now().plusSeconds(3600).toString()))
        .is(200);
    String comment = comment(merged);

    assertThat(scene.member("eva").get(p + "/figures").is(200).at("notes.selected").asInt())
        .isEqualTo(2);
    Answer blocked =
        scene.member("eva").post(p + "/plan/publication", null).isProblem(409, "plan-blocked");
    assertThat(blocked.texts("errors", "expected"))
        .containsExactlyInAnyOrder("consultation-open", "note-undecided", "comment-unanswered");
    assertThat(scene.member("eva").get(p + "/plan/blockers").is(200).texts("blockers", "kind"))
        .containsExactlyInAnyOrder("consultation-open", "note-undecided", "comment-unanswered");
    scene.anybody.get(p + "/plan").isProblem(404, "not-found");

    scene
        .member("eva")
        .post(
            "/comments/" + comment + "/response",
            Map.of("effect", "partly-accepted", "text", "The New River is in."))
        .is(200);
    scene.member("carla").post("/notes/" + third + "/decision", decision("not-selected")).is(200);
    scene.member("carla").post(p + "/consultation/closing", null).isProblem(422, "invalid-request");
    scene
        .member("carla")
        .post(p + "/consultation/closing", Map.of("reason", "Everybody was heard."))
        .is(200);
    edit(merged);
    Answer plan =
        scene
            .member("eva")
            .with("Idempotency-Key", "publish")
            .post(p + "/plan/publication", null)
            .is(201);
    Answer again =
        scene
            .member("eva")
            .with("Idempotency-Key", "publish")
            .post(p + "/plan/publication", null)
            .is(201);
    assertThat(again.body()).isEqualTo(plan.body());
    scene.member("eva").post(p + "/plan/publication", null).isProblem(409, "plan-blocked");
    Answer published = scene.anybody.get(p + "/plan").is(200);
    assertThat(published.text("title.es")).isEqualTo("Plan de acción: Belice abierto");
    assertThat(published.texts("commitments.0.derivesFrom", "number"))
        .containsExactly("CN-001", "CN-002");
    assertThat(published.at("commitments.0.revision").asInt()).isEqualTo(2);
    assertThat(published.at("consultation.partlyAccepted").asInt()).isEqualTo(1);

    Answer trail = scene.anybody.get("/trails/" + first).is(200);
    assertThat(trail.text("author")).isEqualTo("Ana Pott");
    assertThat(trail.texts("happenings", "kind"))
        .containsExactly(
            "submitted",
            "decided",
            "commitment-drafted",
            "consultation-opened",
            "consultation-closed",
            "commitment-edited",
            "plan-published");
    assertThat(ana.caller().get("/me/notes").is(200).texts("items.0.happenings", "kind"))
        .isEqualTo(trail.texts("happenings", "kind"));
    assertThat(scene.anybody.get(p + "/trails").is(200).texts("items", "state"))
        .containsExactlyInAnyOrder("selected", "selected", "not-selected");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(scene.announced())
                    .containsExactly(
                        "comment-answered",
                        "comment-published",
                        "commitment-drafted",
                        "commitment-edited",
                        "consultation-closed",
                        "consultation-opened",
                        "note-decided",
                        "note-decided",
                        "note-decided",
                        "note-submitted",
                        "note-submitted",
                        "note-submitted",
                        "plan-published"));
  }

  /**
   * A draft that is begun once however often it is sent, edited on its version, and too long before
   * it is right.
   */
  private String write(Participant ana) {
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = note("River data for everybody in the whole country");
    Answer begun = ana.caller().with("Idempotency-Key", key).post("/me/notes", body).is(201);
    String id = begun.text("noteId");
    assertThat(
            ana.caller()
                .with("Idempotency-Key", key)
                .post("/me/notes", body)
                .is(201)
                .text("noteId"))
        .isEqualTo(id);
    Answer refused =
        ana.caller()
            .post("/me/notes/" + id + "/submission", null)
            .isProblem(422, "note-incomplete");
    assertThat(refused.text("errors.0.field")).isEqualTo("content.title");
    assertThat(refused.text("errors.0.detail")).isEqualTo("Title has 8 words; the limit is 6.");
    assertThat(begun.texts("faults", "field")).containsExactly("content.title");
    ana.caller().put("/me/notes/" + id, note("River data for everybody")).is(428);
    String version = begun.raw().headers().firstValue("ETag").orElseThrow();
    ana.caller()
        .with("If-Match", version)
        .put("/me/notes/" + id, note("River data for everybody"))
        .is(200);
    ana.caller()
        .with("If-Match", version)
        .put("/me/notes/" + id, note("Older"))
        .isProblem(412, "changed-meanwhile");
    return id;
  }

  private void judge(String id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(scene.member("dan").get("/notes/" + id).is(200).text("possibleConflict"))
                    .isNotBlank());
    scene
        .member("dan")
        .put("/notes/" + id + "/evaluation", evaluation(5))
        .isProblem(403, "possible-conflict");
    scene
        .member("dan")
        .post("/notes/" + id + "/conflicts", Map.of("interest", true, "reason", "I chair it."))
        .is(200);
    scene
        .member("dan")
        .put("/notes/" + id + "/evaluation", evaluation(5))
        .isProblem(403, "conflict-of-interest");
    scene.member("carla").put("/notes/" + id + "/evaluation", evaluation(4)).is(200);
    scene.member("eva").put("/notes/" + id + "/evaluation", evaluation(5)).is(200);
    scene
        .member("carla")
        .post("/notes/" + id + "/decision", decision("selected"))
        .isProblem(409, "quorum-missing");
    Answer unseen = scene.member("flor").get("/notes/" + id).is(200);
    assertThat(unseen.lacks("evaluations")).isTrue();
    assertThat(unseen.lacks("result")).isTrue();
    assertThat(unseen.lacks("author.organisation")).isTrue();
    Answer seen = scene.member("flor").put("/notes/" + id + "/evaluation", evaluation(3)).is(200);
    assertThat(seen.at("evaluations").size()).isEqualTo(3);
    assertThat(seen.at("result.score").asDouble()).isEqualTo(4.0);
    assertThat(scene.member("dan").get("/notes/" + id).is(200).lacks("evaluations")).isTrue();
    scene
        .member("dan")
        .post("/notes/" + id + "/decision", decision("selected"))
        .isProblem(403, "conflict-of-interest");
    Answer decided =
        scene.member("carla").post("/notes/" + id + "/decision", decision("selected")).is(200);
    assertThat(decided.text("author.name")).isEqualTo("Ana Pott");
    scene
        .member("eva")
        .post("/notes/" + id + "/decision", decision("not-selected"))
        .isProblem(409, "note-decided");
    assertThat(
            scene
                .member("eva")
                .get("/programmes/" + scene.programme + "/notes?state=selected")
                .is(200)
                .texts("items", "noteId"))
        .containsExactly(id);
  }

  private String comment(String commitment) {
    Answer held =
        scene
            .anybody
            .post(
                "/commitments/" + commitment + "/comments",
                Map.of("text", "<b>Add</b> the New River", "name", "Marco"))
            .is(202);
    String spam =
        scene
            .anybody
            .post("/commitments/" + commitment + "/comments", Map.of("text", "Buy!"))
            .is(202)
            .text("commentId");
    String p = "/programmes/" + scene.programme;
    assertThat(
            scene
                .anybody
                .get(p + "/consultation")
                .is(200)
                .at("commitments.0.comments.items")
                .size())
        .isZero();
    assertThat(scene.member("eva").get(p + "/comments?state=held").is(200).texts("items", "name"))
        .containsExactlyInAnyOrder("Marco", "anonymous");
    scene
        .member("eva")
        .post("/comments/" + spam + "/moderation", Map.of("decision", "reject"))
        .is(422);
    scene
        .member("eva")
        .post(
            "/comments/" + spam + "/moderation",
            Map.of("decision", "reject", "reason", "Advertising."))
        .is(200);
    String id = held.text("commentId");
    scene
        .member("eva")
        .post("/comments/" + id + "/moderation", Map.of("decision", "publish"))
        .is(200);
    assertThat(
            scene
                .anybody
                .get(p + "/consultation")
                .is(200)
                .texts("commitments.0.comments.items", "text"))
        .containsExactly("Add the New River");
    assertThat(
            scene
                .anybody
                .get("/commitments/" + commitment + "/comments")
                .is(200)
                .texts("items", "name"))
        .containsExactly("Marco");
    return id;
  }

  private void edit(String commitment) {
    Map<String, Object> body =
        Map.of(
            "content",
            commitment("Open river data"),
            "summaryOfChange",
            "The New River was added.");
    scene.member("eva").put("/commitments/" + commitment, body).is(428);
    scene.member("eva").with("If-Match", "\"1\"").put("/commitments/" + commitment, body).is(200);
    scene.member("eva").with("If-Match", "\"1\"").put("/commitments/" + commitment, body).is(412);
    assertThat(
            scene
                .member("eva")
                .get("/commitments/" + commitment + "/revisions")
                .is(200)
                .texts("items", "by"))
        .containsExactly("carla", "eva");
  }
}
