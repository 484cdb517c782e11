package org.cocreation.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.cocreation.attendance.Client.Answer;
import org.cocreation.testing.tokens.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Importing as a conversation, over HTTP, and what the service says of itself. */
@WholeService
class ImportConversationTest {

  private static final String ZOOM =
      "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n";
  private static final String ALL_OF_IT = ",02/13/2020 10:30:00 AM,02/13/2020 12:00:00 PM,90,No\n";

  @LocalServerPort private int port;
  @Autowired private Environment settings;

  private Wire wire;
  private Client coordinator;
  private Setting setting;

  @BeforeEach
  void connect() {
    wire = new Wire(settings.getRequiredProperty("spring.kafka.bootstrap-servers"));
    coordinator = new Client(port, "Bearer " + TestTokens.coordinator());
    setting = new Setting("c-" + UUID.randomUUID().toString().substring(0, 8), wire, coordinator);
  }

  @AfterEach
  void disconnect() {
    wire.close();
  }

  @Test
  void goesFromAPreviewThroughAcceptanceDecisionAndUndoWithAHistory() {
    setting.programmeWithPeople("Inés Pérez", "Ben Tzul");
    Answer preview = send(ZOOM + "Inés Pérez," + ALL_OF_IT + "Nena P," + ALL_OF_IT);
    String path = setting.session("imports/" + preview.json().get("importId").asString());
    JsonNode rows = coordinator.get(path + "/rows?limit=1").json();
    assertThat(rows.get("items").get(0).get("row").asInt()).isEqualTo(2);
    assertThat(rows.get("items").get(0).get("matchedBy").asString()).isEqualTo("name");
    JsonNode second =
        coordinator.get(path + "/rows?after=" + rows.get("next").asString()).json().get("items");
    assertThat(second).hasSize(1);
    assertThat(second.get(0).get("state").asString()).isEqualTo("waiting");
    assertThat(coordinator.get(setting.session("closing")).json().get("previews").asInt())
        .isEqualTo(1);

    setting.accept(preview, "{}");
    assertThat(coordinator.delete(path).slug()).isEqualTo("import-not-in-preview");
    String nena =
        coordinator
            .get(setting.session("undecided"))
            .json()
            .get("items")
            .get(0)
            .get("observationId")
            .asString();
    String decision =
        "{\"decision\":\"match\",\"registrationIds\":[\"" + setting.person(2) + "\"]}";
    String about = "/api/attendance/observations/" + nena + "/decision";
    JsonNode foreseen = coordinator.post(about + "/preview", decision).json();
    assertThat(foreseen.get("outcomes").asInt()).isEqualTo(1);
    assertThat(foreseen.get("items").get(0).get("after").get("outcome").asString())
        .isEqualTo("attended");
    assertThat(coordinator.get(setting.session("undecided")).json().get("items")).hasSize(1);
    assertThat(coordinator.post(about, decision).status()).isEqualTo(200);
    assertThat(coordinator.post(about + "/preview", "{\"decision\":\"odd\"}").status())
        .isEqualTo(400);
    coordinator.post(setting.session("closing"), "{\"acknowledgeUndecided\":true}");
    assertThat(coordinator.post(path + "/undo", "{}").slug()).isEqualTo("reason-required");
    Answer undone = coordinator.post(path + "/undo", "{\"reason\":\"wrong file\"}");
    assertThat(undone.json().get("status").asString()).isEqualTo("undone");

    JsonNode history = coordinator.get(setting.session("history?limit=5")).json();
    List<String> what = new ArrayList<>();
    history.get("items").forEach(each -> what.add(each.get("what").asString()));
    assertThat(what)
        .containsExactly("correction", "correction", "import-undone", "closing", "decision");
    JsonNode rest =
        coordinator
            .get(setting.session("history?after=" + history.get("next").asString()))
            .json()
            .get("items");
    assertThat(rest).hasSize(1);
    assertThat(rest.get(0).get("by").asString()).isEqualTo("carla.coordinator");
    assertThat(history.toString() + rest).doesNotContain("Inés", "Nena");
  }

  @Test
  void letsAPreviewGo() {
    setting.programmeWithPeople("Inés Pérez");
    Answer preview = send(ZOOM + "Inés Pérez," + ALL_OF_IT);
    String path = setting.session("imports/" + preview.json().get("importId").asString());

    assertThat(coordinator.delete(path).status()).isEqualTo(204);

    assertThat(coordinator.get(path).status()).isEqualTo(404);
    assertThat(coordinator.delete(path).slug()).isEqualTo("unknown-import");
    assertThat(coordinator.post(path + "/acceptance", "{}").slug()).isEqualTo("unknown-import");
    assertThat(new Client(port, null).delete(path).status()).isEqualTo(401);
  }

  @Test
  void bringsALargeFileInByAndByOnceWhoeverAccepts() {
    setting.programmeWithPeople("Inés Pérez");
    StringBuilder file = new StringBuilder(ZOOM);
    for (int i = 0; i < 5_000; i++) {
      file.append("Person Number").append(i).append(',').append(ALL_OF_IT);
    }
    Answer preview = send(file.append("Inés Pérez,").append(ALL_OF_IT).toString());
    String path = setting.session("imports/" + preview.json().get("importId").asString());
    List<CompletableFuture<Answer>> racers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      racers.add(CompletableFuture.supplyAsync(() -> coordinator.post(path + "/acceptance", "{}")));
    }
    for (CompletableFuture<Answer> racer : racers) {
      assertThat(racer.join().status()).isIn(200, 202);
    }
    assertThat(coordinator.get(path).json().get("status").asString()).isIn("applying", "applied");
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                assertThat(coordinator.get(path).json().get("status").asString())
                    .isEqualTo("applied"));

    assertThat(coordinator.get(path).json().get("people").get("waiting").asInt()).isEqualTo(5_000);
    assertThat(coordinator.get(setting.session("history")).json().get("items")).hasSize(1);
  }

  @Test
  void describesEveryOperationWithASummaryAndExamples() {
    JsonNode description = new Client(port, null).get("/v3/api-docs").json();
    List<String> undescribed = new ArrayList<>();
    description
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          String name = operation.getKey() + " " + path.getKey();
                          if (operation.getValue().path("summary").asString("").isBlank()) {
                            undescribed.add(name + ": no summary");
                          }
                          JsonNode body = operation.getValue().at("/requestBody/content");
                          if (body.has("application/json")
                              && !hasExample(body.get("application/json"))) {
                            undescribed.add(name + ": no example of the body");
                          }
                          if (!answersWithAnExample(operation.getValue().path("responses"))) {
                            undescribed.add(name + ": no example of the answer");
                          }
                        }));

    assertThat(description.get("paths").size()).isGreaterThan(15);
    assertThat(undescribed).isEmpty();
  }

  /** At least one answer with a body has an example, or no good answer has a body. */
  private static boolean answersWithAnExample(JsonNode responses) {
    boolean bodies = false;
    boolean examples = false;
    for (var answer : responses.properties()) {
      for (var content : answer.getValue().path("content").properties()) {
        bodies |= answer.getKey().startsWith("2");
        examples |= hasExample(content.getValue());
      }
    }
    return examples || !bodies;
  }

  private static boolean hasExample(JsonNode content) {
    return content.has("example") || content.has("examples");
  }

  private Answer send(String file) {
    return coordinator.upload(
        setting.session("imports"), file.getBytes(StandardCharsets.UTF_8), null);
  }
}
