package org.cocreation.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cocreation.testing.tokens.TestTokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the web face tells to whom, and how it refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaceTest extends OverHttp {
  private static final String ROOT = "/api/registration";
  private static final String LISTED = ROOT + "/programmes/listed/registrations";

  @BeforeAll
  void threePeople() {
    programme("listed", 1);
    post(LISTED, null, person("=SUM(A1)", "ana@listed.example", Map.of("webinar-1", "venue")));
    post(
        LISTED,
        null,
        person("José, \\\"Pepe\\\"", "jose@listed.example", Map.of("webinar-1", "venue")));
    post(LISTED, null, person("Cal Pop", "cal@listed.example", Map.of("webinar-2", "online")));
  }

  @Test
  void staffEndpointsAreForStaffOnly() {
    List<String> staffOnly =
        List.of(
            LISTED,
            ROOT + "/programmes/listed/document",
            ROOT + "/programmes/listed/sessions/webinar-1/places");
    for (String path : staffOnly) {
      assertThat(get(path, null).status()).as(path).isEqualTo(401);
      assertThat(get(path, "Bearer " + TestTokens.committee()).status()).as(path).isEqualTo(403);
      assertThat(get(path, coordinator()).status()).as(path).isEqualTo(200);
    }
    assertThat(put(ROOT + "/programmes/listed", null, document(1)).status()).isEqualTo(401);
    assertThat(delete(ROOT + "/registrations/x", coordinator()).status()).isEqualTo(403);
    assertThat(delete(ROOT + "/registrations/x", null).status()).isEqualTo(401);
  }

  @Test
  void unknownThingsAndOtherPeoplesLinksAreNotFound() {
    String token = "A".repeat(43);

    assertThat(get(ROOT + "/me", link(token)).status()).isEqualTo(404);
    assertThat(get(ROOT + "/me", null).status()).isEqualTo(401);
    assertThat(get(ROOT + "/me", coordinator()).status()).isEqualTo(403);
    assertThat(get(ROOT + "/programmes/nowhere", null).status()).isEqualTo(404);
    assertThat(get(ROOT + "/programmes/listed/sessions/none/places", coordinator()).status())
        .isEqualTo(404);
    assertThat(delete(ROOT + "/registrations/nobody", administrator()).status()).isEqualTo(404);
    assertThat(register("nowhere", "ana@nowhere.example", Map.of()).slug()).isEqualTo("not-found");
  }

  @Test
  void aProgrammeThatIsWrongIsRefusedWithEveryFieldAtFault() {
    Answer answer =
        put(
            ROOT + "/programmes/wrong",
            coordinator(),
            """
            {"title": {"en": ""}, "timeZone": "Belize", "sessions": [
              {"sessionId": "webinar-1", "title": {"en": "One"}, "startsAt": "soon", "durationMinutes": 90}]}""");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(fields(answer)).containsExactly("title.en", "timeZone", "sessions[0].startsAt");
  }

  @Test
  void aFieldOfTheWrongTypeIsNamedToo() {
    Answer answer =
        put(
            ROOT + "/programmes/wrong",
            coordinator(),
            "{\"sessions\": [{\"durationMinutes\": \"long\"}]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(fields(answer)).containsExactly("sessions[0].durationMinutes");
  }

  @Test
  void aRegistrationThatIsWrongIsRefusedWithEveryFieldAtFault() {
    Answer answer =
        post(LISTED, null, "{\"email\": \"nowhere\", \"choices\": {\"webinar-9\": \"online\"}}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(fields(answer))
        .containsExactlyInAnyOrder(
            "name", "email", "sector", "district", "language", "choices.webinar-9", "choices");
    assertThat(post(LISTED, null, "").status()).isEqualTo(400);
    assertThat(post(LISTED, null, "[1, 2").status()).isEqualTo(400);
  }

  @Test
  void anEditOfWhatSomebodyElseHasChangedIsRefused() {
    programme("edited", 1);

    Answer stale =
        put(ROOT + "/programmes/edited", coordinator(), document(2), "If-Match", "\"9\"");
    Answer odd =
        put(ROOT + "/programmes/edited", coordinator(), document(2), "If-Match", "yesterday");

    assertThat(stale.status()).isEqualTo(412);
    assertThat(odd.status()).isEqualTo(400);
    assertThat(fields(odd)).containsExactly("If-Match");
  }

  @Test
  void aSessionThatSomebodyChoseCannotBeLeftOut() {
    programme("kept", 1);
    register("kept", "ana@kept.example", Map.of("webinar-2", "online"));

    Answer answer =
        put(
            ROOT + "/programmes/kept",
            coordinator(),
            """
            {"title": {"en": "Open Government"}, "timeZone": "America/Belize", "sessions": [
              {"sessionId": "webinar-1", "title": {"en": "One"}, "startsAt": "2020-02-13T16:30:00Z", "durationMinutes": 90}]}""");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.slug()).isEqualTo("session-has-registrations");
    assertThat(fields(answer)).containsExactly("sessions");
  }

  @Test
  void listsArePagedAndFiltered() {
    JsonNode first = get(LISTED + "?limit=2", coordinator()).json();
    JsonNode second =
        get(LISTED + "?limit=2&after=" + first.path("next").asString(), coordinator()).json();

    assertThat(names(first)).containsExactly("=SUM(A1)", "José, \"Pepe\"");
    assertThat(names(second)).containsExactly("Cal Pop");
    assertThat(names(get(LISTED + "?session=webinar-1&place=waiting", coordinator()).json()))
        .containsExactly("José, \"Pepe\"");
    assertThat(names(get(LISTED + "?mode=online", coordinator()).json()))
        .containsExactly("Cal Pop");
    assertThat(names(get(LISTED + "?q=JOSE", coordinator()).json()))
        .containsExactly("José, \"Pepe\"");
    assertThat(names(get(LISTED + "?status=cancelled", coordinator()).json())).isEmpty();
    assertThat(fields(get(LISTED + "?mode=perhaps&session=none&status=gone", coordinator())))
        .containsExactlyInAnyOrder("mode", "session", "status");
  }

  @Test
  void theListAsCsvIsHarmlessToSpreadsheets() {
    Answer plain = getAs(LISTED, coordinator(), "text/csv");
    Answer marked = getAs(LISTED + "?bom=true", coordinator(), "text/csv");
    List<String> lines = plain.body().lines().toList();

    assertThat(plain.header("Content-Type")).startsWith("text/csv");
    assertThat(lines.get(0))
        .isEqualTo(
            "registrationId,status,registeredAt,name,email,organisation,sector,district,language,"
                + "webinar-1 mode,webinar-1 place,webinar-2 mode,webinar-2 place");
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).contains(",'=SUM(A1),").endsWith(",venue,seat,none,none");
    assertThat(lines.get(2))
        .contains(",\"José, \"\"Pepe\"\"\",")
        .endsWith(",venue,waiting,none,none");
    assertThat(lines.get(3)).endsWith(",none,none,online,seat");
    assertThat(marked.body()).startsWith("\uFEFFregistrationId");
  }

  @Test
  void aCoordinatorMayCancelForSomebodyWhoseAddressWasMistyped() {
    programme("mistyped", 1);
    register("mistyped", "ana@mistpyed.example", Map.of("webinar-1", "venue"));
    String list = ROOT + "/programmes/mistyped/registrations";
    String id = get(list, coordinator()).json().at("/items/0/registrationId").asString();
    String path = ROOT + "/registrations/" + id + "/cancellation";

    assertThat(post(path, null, "").status()).isEqualTo(401);
    assertThat(post(path, coordinator(), "").status()).isEqualTo(204);
    assertThat(post(path, coordinator(), "").status()).isEqualTo(204);
    assertThat(get(list + "?status=cancelled", coordinator()).json().path("items").size())
        .isEqualTo(1);
  }

  @Test
  void programmesAreListedForEverybody() {
    JsonNode list = get(ROOT + "/programmes?limit=200", null).json();

    assertThat(list.path("items").valueStream().map(item -> item.path("programmeId").asString()))
        .contains("listed");
  }

  @Test
  void theInterfaceIsDescribedWithExamples() {
    String description = get("/v3/api-docs", null).body();

    assertThat(description)
        .contains(
            "/api/registration/programmes/{programme}/registrations",
            "ana.cal@civic.example",
            "webinar-2");
  }

  private static List<String> fields(Answer answer) {
    List<String> fields = new ArrayList<>();
    answer.json().path("errors").forEach(error -> fields.add(error.path("field").asString()));
    return fields;
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.path("items").forEach(item -> names.add(item.path("name").asString()));
    return names;
  }
}
