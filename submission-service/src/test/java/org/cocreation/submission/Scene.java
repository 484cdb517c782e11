package org.cocreation.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cocreation.defaults.PersonalLinks;
import org.cocreation.testing.contracts.Contract;
import org.cocreation.testing.tokens.TestTokens;

/** A programme of its own with people in it, as the topics tell of them. */
final class Scene {

  static final Map<String, Boolean> GATES =
      Map.of("open-government", true, "verifiable", true, "within-mandate", true);

  final String programme = "belize-" + UUID.randomUUID().toString().substring(0, 8);
  final Caller anybody;
  final Caller coordinator;
  final Wire wire;
  private int people;

  Scene(int port, Wire wire) {
    this.anybody = Caller.anybody(port);
    this.coordinator = anybody.withToken(TestTokens.coordinator());
    this.wire = wire;
    wire.send(
        "registration.events",
        "programme-set",
        programme,
        Map.of(
            "programmeId", programme,
            "revision", 1,
            "title", Map.of("en", "Open Belize", "es", "Belice abierto"),
            "timeZone", "America/Belize",
            "status", "open",
            "rules", Map.of("attendedShare", 0.6667, "leadMinutes", 30, "tailMinutes", 30),
            "signatories", List.of(),
            "organisers", List.of("Trust of Example"),
            "sessions", List.of()));
  }

  Caller member(String name) {
    return anybody.withToken(TestTokens.staff(name, name, "committee"));
  }

  /** Somebody who has registered and opens the personal link. */
  record Participant(String registrationId, String link, Caller caller) {}

  Participant registered(String name, String organisation) {
    people++;
    String id = programme + "-r" + people;
    String link = ("link-" + UUID.randomUUID() + UUID.randomUUID()).substring(0, 43);
    wire.send(
        "registration.events",
        "registered",
        id,
        Map.of(
            "registrationId",
            id,
            "programmeId",
            programme,
            "registeredAt",
            "2020-02-01T12:00:00Z",
            "linkHash",
            PersonalLinks.hashOf(link),
            "sealedLink",
            "c2VhbGVkLWZvci1ub3RpZmljYXRpb24tb25seS1hbmQtbm90LWZvci11cw==",
            "sector",
            "civil-society",
            "district",
            "Belize",
            "choices",
            List.of()));
    wire.send(
        "registration.contacts",
        "contact",
        id,
        Map.of(
            "registrationId", id,
            "programmeId", programme,
            "revision", 1,
            "name", name,
            "email", "person" + people + "@civic.example",
            "organisation", organisation,
            "language", "en"));
    Caller caller = anybody.withLink(link);
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> caller.get("/me/notes").is(200));
    return new Participant(id, link, caller);
  }

  static Map<String, Object> note(String title) {
    return Map.of(
        "content",
        Map.of(
            "title", title,
            "problem", "Nobody can see who takes how much water.",
            "solution", "Publish every licence and every reading.",
            "openGovernment", "People can check what they are told.",
            "leadInstitution", "Ministry of Example"),
        "policyAreas",
        List.of("climate"),
        "language",
        "en",
        "showAuthor",
        true);
  }

  /** The id of a note that was handed in. */
  String submitted(Participant author, String title) {
    String id = author.caller().post("/me/notes", note(title)).is(201).text("noteId");
    author.caller().post("/me/notes/" + id + "/submission", null).is(200);
    return id;
  }

  static Map<String, Object> evaluation(int score) {
    return Map.of(
        "gates",
        GATES,
        "scores",
        Map.of(
            "significance",
            score,
            "standards",
            score,
            "feasibility",
            score,
            "potential-for-results",
            score),
        "comment",
        "Seen.");
  }

  static Map<String, Object> decision(String outcome) {
    return Map.of("outcome", outcome, "classification", "launch", "reason", "It answers a need.");
  }

  String selected(Participant author, String title) {
    String id = submitted(author, title);
    for (String member : List.of("carla", "eva", "flor")) {
      member(member).put("/notes/" + id + "/evaluation", evaluation(4)).is(200);
    }
    assertThat(
            member("carla")
                .post("/notes/" + id + "/decision", decision("selected"))
                .is(200)
                .text("state"))
        .isEqualTo("selected");
    return id;
  }

  static Map<String, Object> commitment(String title) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("title", title);
    content.put("leadInstitution", "Ministry of Example");
    content.put("supportingInstitutions", Map.of("civilSociety", List.of("River Watch")));
    content.put("period", Map.of("from", "2020-07-01", "to", "2022-06-30"));
    content.put("problem", "Nobody can see who takes how much water.");
    content.put(
        "description",
        Map.of("solution", "Publish licences.", "expectedResults", "Anyone can check."));
    content.put("openGovernment", Map.of("transparency", "All readings are public."));
    content.put(
        "milestones",
        List.of(
            Map.of(
                "title",
                "First data",
                "from",
                "2020-07-01",
                "to",
                "2020-12-31",
                "responsible",
                "The ministry")));
    return content;
  }

  String drafted(String title, String... notes) {
    return member("carla")
        .post(
            "/programmes/" + programme + "/commitments",
            Map.of("content", commitment(title), "derivesFrom", List.of(notes)))
        .is(201)
        .text("commitmentId");
  }

  /**
   * The facts that the service announced about this programme, sorted; each must fit its contract.
   */
  List<String> announced() {
    return wire.all("submission.events").stream()
        .filter(
            record ->
                new String(record.value(), StandardCharsets.UTF_8)
                    .contains("\"" + programme + "\""))
        .peek(record -> Contract.assertValid(Wire.typeOf(record), record.value()))
        .map(
            record ->
                Wire.typeOf(record).replace("org.cocreation.submission.", "").replace(".v1", ""))
        .sorted()
        .toList();
  }
}
