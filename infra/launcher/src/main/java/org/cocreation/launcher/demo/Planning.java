package org.cocreation.launcher.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.launcher.access.Answer;
import org.cocreation.launcher.demo.Api.Caller;
import tools.jackson.databind.JsonNode;

/**
 * Fifth act: selected notes become commitments, the public comments, each comment is answered, the
 * plan is published.
 */
final class Planning {

  private static final List<String> COMMENTS =
      List.of(
          "Please publish the raw figures too, not only the summary.",
          "Who checks that it is done? Name somebody.",
          "Our village has no signal. Put it on paper at the council house as well.",
          "The period is too long for the first milestone.",
          "Excellent. My class would help to collect the data.",
          "¿Estará también en español y en maya?",
          "What about people who can't read maps?");

  private static final String SPAM = "Cheap watches, best price, visit us now.";

  private final Stage stage;
  private final Proposing proposing;
  private final List<String> commitments = new ArrayList<>();

  Planning(Stage stage, Proposing proposing) {
    this.stage = stage;
    this.proposing = proposing;
  }

  void play() {
    draft();
    consult();
    publish();
    follow();
  }

  private void draft() {
    stage.say("Six notes become four commitments: two are merged, one is split");
    List<List<Integer>> origins = List.of(List.of(0, 1), List.of(2), List.of(2, 3), List.of(4, 5));
    List<String> titles =
        List.of(
            "Rivers in the open: water quality and flood levels for everybody",
            "Public contracts from tender to payment",
            "Medicine supply that can be followed, under open contracts",
            "Village budgets and information requests in plain words");
    for (int i = 0; i < titles.size(); i++) {
      JsonNode drafted =
          stage
              .platform()
              .post(
                  stage.committee(1),
                  stage.path("submission", "/commitments"),
                  Map.of(
                      "content", content(titles.get(i), "Published once a quarter."),
                      "derivesFrom", origins.get(i).stream().map(proposing.notes()::get).toList()));
      commitments.add(drafted.get("commitmentId").asString());
    }
    Answer unselected =
        stage
            .platform()
            .postAnyway(
                stage.committee(1),
                stage.path("submission", "/commitments"),
                Map.of(
                    "content",
                    content("Statues", "None."),
                    "derivesFrom",
                    List.of(proposing.notes().get(7))));
    stage.check(
        "a note that was not selected founds no commitment",
        true,
        unselected.status() >= 400 && unselected.status() < 500);
  }

  private void consult() {
    stage.say("Everybody may comment");
    stage
        .platform()
        .post(stage.committee(1), stage.path("submission", "/consultation/opening"), Map.of());
    for (int i = 0; i < COMMENTS.size(); i++) {
      comment(
          commitments.get(i % commitments.size()),
          COMMENTS.get(i),
          i % 2 == 0 ? "A neighbour" : "");
    }
    comment(commitments.get(0), SPAM, "Shop");
    JsonNode page = stage.platform().get(Caller.PUBLIC, stage.path("submission", "/consultation"));
    stage.check(
        "nothing is shown before somebody looked at it",
        false,
        page.toString().contains("raw figures"));
    for (JsonNode held :
        Pages.all(
            stage.platform(),
            stage.committee(1),
            stage.path("submission", "/comments?state=held"))) {
      boolean spam = held.get("text").asString().equals(SPAM);
      stage
          .platform()
          .postAnyway(
              stage.committee(1),
              "/api/submission/comments/" + held.get("commentId").asString() + "/moderation",
              spam
                  ? Map.of("decision", "reject", "reason", "An advertisement.")
                  : Map.of("decision", "publish"),
              Set.of("comment-moderated"));
    }
    stage
        .platform()
        .post(
            stage.committee(1),
            stage.path("submission", "/consultation/closing"),
            Map.of("reason", "The demonstration does not wait for the last day."));
  }

  private void comment(String commitment, String text, String name) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", text);
    if (!name.isEmpty()) {
      body.put("name", name);
    }
    Answer answer =
        stage
            .platform()
            .postAnyway(
                Caller.PUBLIC, "/api/submission/commitments/" + commitment + "/comments", body);
    if (answer.status() != 202) {
      throw new DemonstrationFailed("a comment was not taken: " + answer.body());
    }
  }

  private void publish() {
    String publication = stage.path("submission", "/plan/publication");
    Map<String, Object> title =
        Map.of(
            "title",
            Map.of(
                "en",
                "Open Government Action Plan 2020–2022",
                "es",
                "Plan de acción de gobierno abierto 2020–2022"));
    Answer early = stage.platform().postAnyway(stage.committee(1), publication, title);
    stage.check(
        "no plan while a comment is unanswered",
        "409 plan-blocked",
        early.status() + " " + early.problem());
    List<JsonNode> unanswered =
        Pages.all(
            stage.platform(),
            stage.committee(2),
            stage.path("submission", "/comments?state=unanswered"));
    stage.check("comments to answer", COMMENTS.size(), unanswered.size());
    for (int i = 0; i < unanswered.size(); i++) {
      String effect = i % 3 == 0 ? "accepted" : i % 3 == 1 ? "partly-accepted" : "not-accepted";
      stage
          .platform()
          .post(
              stage.committee(2),
              "/api/submission/comments/"
                  + unanswered.get(i).get("commentId").asString()
                  + "/response",
              Map.of(
                  "effect",
                  effect,
                  "text",
                  "Thank you. We have weighed this against the means that the lead institution has."));
    }
    stage.say("The text is edited in the light of the comments, and the plan is published");
    String first = "/api/submission/commitments/" + commitments.get(0);
    Answer current = stage.platform().getAnyway(stage.committee(1), first);
    Map<String, Object> edited = new LinkedHashMap<>();
    edited.put(
        "content",
        content(
            "Rivers in the open: water quality and flood levels for everybody",
            "Published once a month, with the raw figures."));
    edited.put(
        "summaryOfChange",
        "Monthly instead of quarterly, and the raw figures too, as was asked for.");
    stage.platform().put(stage.committee(1), first, edited, current.etag());
    Answer published = stage.platform().postAnyway(stage.committee(1), publication, title);
    if (published.status() >= 300) {
      throw new DemonstrationFailed("the plan could not be published: " + published.body());
    }
    JsonNode plan = stage.platform().get(Caller.PUBLIC, stage.path("submission", "/plan"));
    stage.check(
        "commitments of the published plan", commitments.size(), plan.get("commitments").size());
    stage.check("it carries the edit", true, plan.toString().contains("Published once a month"));
    stage.check(
        "comments it counts", COMMENTS.size(), plan.get("consultation").get("comments").asInt());
  }

  private void follow() {
    String merged = proposing.notes().get(1);
    JsonNode trail =
        stage.eventually(
            "the trail",
            () -> stage.platform().get(Caller.PUBLIC, "/api/submission/trails/" + merged),
            view -> view.toString().contains("plan-published"));
    List<String> kinds = new ArrayList<>();
    trail.get("happenings").forEach(happening -> kinds.add(happening.get("kind").asString()));
    stage.check(
        "a note can be followed to the plan",
        true,
        kinds.containsAll(
            List.of(
                "submitted",
                "decided",
                "commitment-drafted",
                "consultation-opened",
                "plan-published")));
    stage.check(
        "without its author's name, who did not ask for it", true, !trail.hasNonNull("author"));
    stage.outcome().address("what became of a note", stage.open("/trails/" + merged).toString());
  }

  private static Map<String, Object> content(String title, String solution) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("title", title);
    content.put("leadInstitution", "Ministry of Example");
    content.put(
        "supportingInstitutions",
        Map.of(
            "government",
            List.of("Statistical Institute"),
            "civilSociety",
            List.of("River Watch Cayo"),
            "others",
            List.of()));
    content.put("period", Map.of("from", "2020-07-01", "to", "2022-06-30"));
    content.put("problem", "What is known stays inside the offices that know it.");
    content.put(
        "description",
        Map.of(
            "doneSoFar",
            "A pilot in one district.",
            "solution",
            solution,
            "expectedResults",
            "People use it, ask, and are answered."));
    content.put(
        "openGovernment",
        Map.of(
            "transparency",
            "The data is public.",
            "participation",
            "Users choose what comes next.",
            "accountability",
            "Delays are explained in public."));
    content.put(
        "milestones",
        List.of(
            Map.of(
                "title",
                "First publication",
                "outputs",
                "A data set and a page",
                "from",
                "2020-07-01",
                "to",
                "2020-12-31",
                "responsible",
                "The lead institution"),
            Map.of(
                "title",
                "Review with users",
                "outputs",
                "A report",
                "from",
                "2021-10-01",
                "to",
                "2021-12-31",
                "responsible",
                "The supporting institutions")));
    return content;
  }
}
