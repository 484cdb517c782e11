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
import org.cocreation.testing.backing.LostAnswers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The store dies after each effect and before its answer is kept, and whoever asked asks again
 * under the same {@code Idempotency-Key}.
 */
@WholeService
class AskedTwiceTest {

  @LocalServerPort int port;
  @Autowired Environment environment;
  @Autowired MongoTemplate store;
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
  void givesTheFirstAnswerAgainAllTheWayToThePlan() {
    String p = "/programmes/" + scene.programme;
    Participant ana = scene.registered("Ana Pott", "River Watch");
    Caller carla = scene.member("carla");
    String id = twice(ana.caller(), "/me/notes", note("Rivers")).text("noteId");
    assertThat(ana.caller().get("/me/notes").at("items").size()).isEqualTo(1);
    Answer submitted = twice(ana.caller(), "/me/notes/" + id + "/submission", null);
    assertThat(submitted.text("number")).isEqualTo("CN-001");
    String other = scene.submitted(ana, "Budgets");
    assertThat(twice(ana.caller(), "/me/notes/" + other + "/withdrawal", null).text("number"))
        .as("no number was used up")
        .isEqualTo("CN-002");

    for (String member : List.of("carla", "eva", "flor")) {
      scene.member(member).put("/notes/" + id + "/evaluation", evaluation(4)).is(200);
    }
    twice(carla, "/notes/" + id + "/decision", decision("selected"));
    twice(carla, "/notes/" + id + "/reopening", Map.of("reason", "A form was missing."));
    twice(carla, "/notes/" + id + "/decision", decision("selected"));
    Answer drafted =
        twice(
            carla,
            p + "/commitments",
            Map.of("content", commitment("Open river data"), "derivesFrom", List.of(id)));
    assertThat(scene.drafted("Another", id)).isNotEqualTo(drafted.text("commitmentId"));
    twice(
        carla,
        p + "/consultation/opening",
        Map.of("closesAt", Instant.now().plusSeconds(3600).toString()));
    String on = "/commitments/" + drafted.text("commitmentId") + "/comments";
    String comment = twice(scene.anybody, on, Map.of("text", "More.")).text("commentId");
    assertThat(carla.get(p + "/comments").is(200).texts("items", "commentId"))
        .containsExactly(comment);
    carla
        .post("/comments/" + comment + "/moderation", Map.of("decision", "reject", "reason", "x"))
        .is(200);
    twice(carla, p + "/consultation/closing", Map.of("reason", "Everybody was heard."));
    twice(carla, p + "/plan/publication", null);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(scene.announced())
                    .containsExactly(
                        "commitment-drafted",
                        "commitment-drafted",
                        "consultation-closed",
                        "consultation-opened",
                        "note-decided",
                        "note-decided",
                        "note-submitted",
                        "note-submitted",
                        "note-withdrawn",
                        "plan-published"));
  }

  @Test
  void answersWithWhatBecameOfItMeanwhile() {
    Participant ana = scene.registered("Ana Pott", "River Watch");
    Caller caller = ana.caller().with("Idempotency-Key", UUID.randomUUID().toString());
    String id = caller.post("/me/notes", note("Rivers")).is(201).text("noteId");
    LostAnswers.of(store.getDb());
    ana.caller().post("/me/notes/" + id + "/submission", null).is(200);
    assertThat(caller.post("/me/notes", note("Rivers")).is(201).text("state"))
        .isEqualTo("submitted");
    caller.post("/me/notes", note("Other")).isProblem(422, "key-used-otherwise");
  }

  /** Asks, loses the answer and asks again. */
  private Answer twice(Caller caller, String path, @Nullable Object body) {
    Caller asking = caller.with("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = asking.post(path, body);
    assertThat(first.status()).as(first.raw().body()).isBetween(200, 202);
    LostAnswers.of(store.getDb());
    Answer again = asking.post(path, body).is(first.status());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.raw().headers().firstValue("Location"))
        .isEqualTo(first.raw().headers().firstValue("Location"));
    assertThat(again.raw().headers().firstValue("Idempotency-Replayed"))
        .as("carried out again, not given again")
        .isEmpty();
    return again;
  }
}
