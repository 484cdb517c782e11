package org.cocreation.launcher.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.access.Answer;
import org.cocreation.launcher.demo.Api.Caller;
import tools.jackson.databind.JsonNode;

/**
 * Fourth act: a dozen concept notes, their evaluation with a conflict of interest and a quorum, and
 * the decisions.
 */
final class Proposing {

  /** Who writes, by number in the cast; in the order of {@link #IDEAS}. */
  private static final List<Integer> AUTHORS = List.of(0, 1, 2, 3, 4, 7, 8, 14, 30, 33, 50, 9);

  private static final List<Idea> IDEAS =
      List.of(
          new Idea(
              "Water quality of every river, published monthly",
              "climate",
              "Department of the Environment"),
          new Idea(
              "Flood gauges that villages can read",
              "science-technology",
              "National Meteorological Service"),
          new Idea(
              "Contracts in the open from tender to payment",
              "open-contracting",
              "Ministry of Finance"),
          new Idea("Clinic stock levels on one page", "health", "Ministry of Health"),
          new Idea(
              "Village budgets explained in three languages",
              "public-participation",
              "Ministry of Rural Development"),
          new Idea(
              "Answers to information requests, for everybody to read",
              "right-to-information",
              "Office of the Ombudsman"),
          new Idea("A new stadium for every district", "infrastructure", "Ministry of Works"),
          new Idea("Statues of famous fishermen", "public-services", "Institute of Culture"),
          new Idea(
              "School meals rated by pupils", "social-accountability", "Ministry of Education"),
          new Idea(
              "Free radios for everybody",
              "media-telecommunications",
              "Public Utilities Commission"),
          new Idea("Make government better", "public-services", "All ministries"),
          new Idea("A calendar of holidays", "public-services", "Government Press Office"));

  /** The first six are selected; the eleventh fails a gate; the last one is withdrawn. */
  static final int SELECTED = 6;

  private static final int WITHDRAWN = 11;
  private static final int FAILS_A_GATE = 10;
  private static final int IN_WHICH_A_MEMBER_HAS_AN_INTEREST = 1;

  private final Stage stage;
  private final List<String> notes = new ArrayList<>();

  Proposing(Stage stage) {
    this.stage = stage;
  }

  List<String> notes() {
    return notes;
  }

  /** The author of the note in this place. */
  Person author(int note) {
    return stage.cast().person(AUTHORS.get(note));
  }

  void play() {
    setUp();
    write();
    evaluate();
    decide();
  }

  private void setUp() {
    List<Map<String, Object>> committee = new ArrayList<>();
    List<String> homes =
        List.of(
            "Cabinet Secretariat",
            "Federation of Cayo",
            "Chamber of Example",
            "Council of Women",
            "National Trust of Example");
    for (int member = 1; member <= homes.size(); member++) {
      committee.add(
          Map.of(
              "member",
              "committee-" + member,
              "name",
              "Member " + member,
              "organisation",
              homes.get(member - 1)));
    }
    stage
        .platform()
        .put(
            stage.coordinator(),
            stage.path("submission", "/process"),
            Map.of("whoMaySubmit", "registered", "quorum", 3, "committee", committee),
            null);
  }

  private void write() {
    stage.say("A dozen concept notes");
    for (int note = 0; note < IDEAS.size(); note++) {
      Idea idea = IDEAS.get(note);
      Caller author = stage.holding(author(note));
      stage.eventually(
          "that " + author(note).name() + " may write",
          () -> stage.platform().getAnyway(author, "/api/submission/me/notes").status(),
          status -> status == 200);
      JsonNode draft =
          stage
              .platform()
              .post(
                  author,
                  "/api/submission/me/notes",
                  Map.of(
                      "content",
                      idea.content(),
                      "policyAreas",
                      List.of(idea.area()),
                      "language",
                      "en",
                      "showAuthor",
                      note % 2 == 0));
      String id = draft.get("noteId").asString();
      notes.add(id);
      if (note == 0) {
        refuseTooManyWords(author, id, idea);
      }
      stage.platform().post(author, "/api/submission/me/notes/" + id + "/submission", Map.of());
    }
    stage
        .platform()
        .post(
            stage.holding(author(WITHDRAWN)),
            "/api/submission/me/notes/" + notes.get(WITHDRAWN) + "/withdrawal",
            Map.of("reason", "Somebody else proposes it better."));
    Answer others =
        stage
            .platform()
            .getAnyway(stage.holding(author(1)), "/api/submission/me/notes/" + notes.get(0));
    stage.check("somebody else's note is not there for others", 404, others.status());
  }

  private void refuseTooManyWords(Caller author, String note, Idea idea) {
    Map<String, Object> content = new LinkedHashMap<>(idea.content());
    content.put("problem", "many ".repeat(200).strip());
    Map<String, Object> body =
        Map.of(
            "content",
            content,
            "policyAreas",
            List.of(idea.area()),
            "language",
            "en",
            "showAuthor",
            true);
    put(author, note, body);
    Answer refused =
        stage
            .platform()
            .postAnyway(author, "/api/submission/me/notes/" + note + "/submission", Map.of());
    stage.check(
        "a note that is too long is not taken, and says where",
        "422 content.problem",
        refused.status() + " " + refused.body().path("errors").path(0).path("field").asString(""));
    put(
        author,
        note,
        Map.of(
            "content",
            idea.content(),
            "policyAreas",
            List.of(idea.area()),
            "language",
            "en",
            "showAuthor",
            true));
  }

  private void put(Caller author, String note, Object body) {
    String path = "/api/submission/me/notes/" + note;
    Answer current = stage.platform().getAnyway(author, path);
    stage.platform().put(author, path, body, current.etag());
  }

  private void evaluate() {
    stage.say("The steering committee evaluates");
    String first = notes.get(0);
    evaluate(1, 0);
    JsonNode beforeOwn = stage.platform().get(stage.committee(3), "/api/submission/notes/" + first);
    stage.check(
        "others' scores are hidden until one's own are in",
        true,
        !beforeOwn.hasNonNull("evaluations"));
    evaluate(3, 0);
    JsonNode afterOwn = stage.platform().get(stage.committee(3), "/api/submission/notes/" + first);
    stage.check("and shown afterwards", 2, afterOwn.path("evaluations").size());
    Answer early =
        stage
            .platform()
            .postAnyway(
                stage.committee(1), "/api/submission/notes/" + first + "/decision", decision(0));
    stage.check(
        "two evaluations are no quorum",
        "409 quorum-missing",
        early.status() + " " + early.problem());
    evaluate(4, 0);

    String conflicted = notes.get(IN_WHICH_A_MEMBER_HAS_AN_INTEREST);
    stage
        .platform()
        .post(
            stage.committee(2),
            "/api/submission/notes/" + conflicted + "/conflicts",
            Map.of("interest", true, "reason", "I advise the author's organisation."));
    Answer shutOut = evaluateAnyway(2, IN_WHICH_A_MEMBER_HAS_AN_INTEREST);
    stage.check(
        "who has an interest does not evaluate",
        "403 conflict-of-interest",
        shutOut.status() + " " + shutOut.problem());
    for (int note = 1; note < WITHDRAWN; note++) {
      for (int member : List.of(1, 3, 4)) {
        evaluate(member, note);
      }
    }
  }

  private void evaluate(int member, int note) {
    Answer answer = evaluateAnyway(member, note);
    if (answer.status() != 200) {
      throw new DemonstrationFailed(
          "member " + member + " could not evaluate note " + note + ": " + answer.body());
    }
  }

  private Answer evaluateAnyway(int member, int note) {
    String path = "/api/submission/notes/" + notes.get(note);
    JsonNode rubric = stage.platform().get(stage.committee(member), path).get("rubric");
    Map<String, Boolean> gates = new LinkedHashMap<>();
    for (JsonNode gate : rubric.get("gates")) {
      String id = gate.get("id").asString();
      gates.put(id, note != FAILS_A_GATE || !id.equals("verifiable"));
    }
    Map<String, Integer> scores = new LinkedHashMap<>();
    for (JsonNode criterion : rubric.get("criteria")) {
      scores.put(criterion.get("id").asString(), note < SELECTED ? 4 + member % 2 : 1 + member % 2);
    }
    Map<String, Object> body = Map.of("gates", gates, "scores", scores, "comment", "Read twice.");
    return stage.platform().putAnyway(stage.committee(member), path + "/evaluation", body);
  }

  private void decide() {
    stage.say("and decides, with reasons");
    Answer gate =
        stage
            .platform()
            .postAnyway(
                stage.committee(1),
                "/api/submission/notes/" + notes.get(FAILS_A_GATE) + "/decision",
                Map.of("outcome", "selected", "classification", "launch", "reason", "We like it."));
    stage.check(
        "a failed gate can't be overruled",
        "409 gate-failed",
        gate.status() + " " + gate.problem());
    for (int note = 0; note < WITHDRAWN; note++) {
      Answer decided =
          stage
              .platform()
              .postAnyway(
                  stage.committee(1),
                  "/api/submission/notes/" + notes.get(note) + "/decision",
                  decision(note),
                  java.util.Set.of("note-decided"));
      if (decided.status() != 200) {
        throw new DemonstrationFailed("note " + note + " could not be decided: " + decided.body());
      }
    }
    List<JsonNode> all =
        Pages.all(stage.platform(), stage.committee(1), stage.path("submission", "/notes"));
    stage.check(
        "notes selected",
        (long) SELECTED,
        all.stream().filter(note -> "selected".equals(note.get("state").asString())).count());
    stage.check(
        "notes not selected",
        (long) WITHDRAWN - SELECTED,
        all.stream().filter(note -> "not-selected".equals(note.get("state").asString())).count());
    JsonNode mine =
        stage
            .platform()
            .get(stage.holding(author(8)), "/api/submission/me/notes")
            .get("items")
            .get(0);
    stage.check(
        "the author reads the reason",
        true,
        mine.path("decision").path("reason").asString("").contains("significance"));
  }

  private static Map<String, Object> decision(int note) {
    return note < SELECTED
        ? Map.of(
            "outcome",
            "selected",
            "classification",
            "launch",
            "reason",
            "Clear, within the mandate, and it can be verified.")
        : Map.of(
            "outcome",
            "not-selected",
            "reason",
            "Below the significance that the plan needs; see the criteria.");
  }

  /** What a note proposes. */
  private record Idea(String title, String area, String lead) {
    Map<String, Object> content() {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("title", title);
      content.put(
          "problem",
          "People can't see what is done in their name here, and so can't help to do it better.");
      content.put(
          "solution",
          title + ", in plain words, free to use, kept up to date by the lead institution.");
      content.put("openGovernment", "It makes public what is known, and lets people answer to it.");
      content.put("leadInstitution", lead);
      return content;
    }
  }
}
