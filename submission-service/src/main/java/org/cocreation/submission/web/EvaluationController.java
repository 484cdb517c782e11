package org.cocreation.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Idempotent;
import org.cocreation.defaults.IfMatch;
import org.cocreation.defaults.Page;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.commitments.Commitments;
import org.cocreation.submission.domain.evaluation.Evaluation;
import org.cocreation.submission.domain.evaluation.Interest;
import org.cocreation.submission.domain.evaluation.NoteDecision.Verdict;
import org.cocreation.submission.domain.evaluation.Result;
import org.cocreation.submission.domain.evaluation.Review;
import org.cocreation.submission.domain.notes.JudgeNotes;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Person;
import org.cocreation.submission.domain.process.ProgrammeProcess;
import org.cocreation.submission.domain.process.Rubric;
import org.cocreation.submission.domain.process.SetProcess;
import org.cocreation.submission.web.EvaluationViews.AuthorView;
import org.cocreation.submission.web.EvaluationViews.ConflictView;
import org.cocreation.submission.web.EvaluationViews.DecisionView;
import org.cocreation.submission.web.EvaluationViews.EvaluationView;
import org.cocreation.submission.web.EvaluationViews.ResultView;
import org.cocreation.submission.web.EvaluationViews.RubricView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/submission")
@Tag(name = "Evaluation", description = "What the committee does with concept notes")
class EvaluationController {

  private static final String EVALUATION =
      """
      {"gates": {"open-government": true, "verifiable": true, "within-mandate": true},
       "scores": {"significance": 4, "standards": 3, "feasibility": 5, "potential-for-results": 4},
       "comment": "Clear and needed."}
      """;
  private static final String DECISION =
      """
      {"outcome": "selected", "classification": "launch", "policyAreas": ["climate"],
       "reason": "It answers a need that many have, and can be verified."}
      """;

  private final JudgeNotes judge;
  private final SetProcess processes;
  private final People people;
  private final Commitments commitments;

  EvaluationController(
      JudgeNotes judge, SetProcess processes, People people, Commitments commitments) {
    this.judge = judge;
    this.processes = processes;
    this.people = people;
    this.commitments = commitments;
  }

  record ConflictBody(@NotNull Boolean interest, @Nullable @Size(max = 2000) String reason) {}

  record EvaluationBody(
      @NotNull @Size(max = 50) Map<String, @NotNull Boolean> gates,
      @NotNull @Size(max = 50) Map<String, @NotNull Integer> scores,
      @Nullable @Size(max = 5000) String comment) {}

  record DecisionBody(
      @NotNull String outcome,
      @Nullable String classification,
      @Nullable @Size(max = 20) List<String> policyAreas,
      @Nullable @Size(max = 5000) String reason) {}

  record ReasonBody(@Nullable @Size(max = 2000) String reason) {}

  record NoteHead(
      String noteId,
      String programmeId,
      String number,
      String title,
      String state,
      List<String> policyAreas,
      boolean certified,
      @Nullable Instant submittedAt,
      int evaluationsIn,
      int quorum,
      String mine,
      @Nullable DecisionView decision) {}

  record CommitmentHead(String commitmentId, String number, String title) {}

  record NoteView(
      String noteId,
      String programmeId,
      String number,
      String title,
      String state,
      String language,
      Map<String, Object> content,
      List<String> policyAreas,
      boolean certified,
      @Nullable Instant submittedAt,
      long version,
      AuthorView author,
      RubricView rubric,
      String mine,
      @Nullable String possibleConflict,
      @Nullable EvaluationView myEvaluation,
      int evaluationsIn,
      boolean quorumReached,
      @Nullable List<EvaluationView> evaluations,
      @Nullable ResultView result,
      List<ConflictView> conflicts,
      @Nullable DecisionView decision,
      List<DecisionView> earlierDecisions,
      List<CommitmentHead> commitments) {}

  @GetMapping("/programmes/{programme}/notes")
  @Operation(summary = "The notes that were handed in, and how the reader stands to each")
  Page<NoteHead> notes(
      @PathVariable ProgrammeId programme,
      @RequestParam(required = false) @Nullable String state,
      Cursor cursor,
      Principal principal) {
    Set<Note.State> states =
        state == null || state.isBlank()
            ? Set.of()
            : Set.of(Slugs.parse(Note.State.class, state, "state"));
    Page<Note> page =
        Page.of(
            judge.in(programme, states, cursor.after(), cursor.fetch()),
            cursor,
            n -> n.id().value());
    ProgrammeProcess process = processes.inForce(programme);
    Map<RegistrationId, Person> authors =
        people.findAll(page.items().stream().map(Note::author).collect(Collectors.toSet()));
    MemberId me = me(principal);
    return page.map(note -> head(note, process, authors.get(note.author()), me));
  }

  @GetMapping("/notes/{note}")
  @Operation(summary = "One note; others' evaluations only when the reader's own is in")
  ResponseEntity<NoteView> note(@PathVariable NoteId note, Principal principal) {
    return answer(judge.find(note), principal);
  }

  @PostMapping("/notes/{note}/conflicts")
  @Operation(summary = "Declare an interest in a note, or answer that there is none")
  ResponseEntity<NoteView> declare(
      @PathVariable NoteId note, @Valid @RequestBody ConflictBody body, Principal principal) {
    return answer(judge.declare(me(principal), note, body.interest(), body.reason()), principal);
  }

  @PutMapping("/notes/{note}/evaluation")
  @Operation(
      summary = "Evaluate a note, or change one's evaluation",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(examples = @ExampleObject(EVALUATION))))
  ResponseEntity<NoteView> evaluate(
      @PathVariable NoteId note, @Valid @RequestBody EvaluationBody body, Principal principal) {
    return answer(
        judge.evaluate(me(principal), note, body.gates(), body.scores(), body.comment()),
        principal);
  }

  @PostMapping("/notes/{note}/decision")
  @Idempotent
  @Operation(
      summary = "Decide about a note, with a reason",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(examples = @ExampleObject(DECISION))))
  ResponseEntity<NoteView> decide(
      @PathVariable NoteId note, @Valid @RequestBody DecisionBody body, Principal principal) {
    JudgeNotes.Wish wish =
        new JudgeNotes.Wish(
            Slugs.parse(Verdict.class, body.outcome(), "outcome"),
            body.classification(),
            body.policyAreas() == null ? List.of() : body.policyAreas(),
            body.reason());
    return answer(judge.decide(me(principal), note, wish), principal);
  }

  @PostMapping("/notes/{note}/reopening")
  @Idempotent
  @Operation(summary = "Take a decision back to the committee, with a reason")
  ResponseEntity<NoteView> reopen(
      @PathVariable NoteId note, @Valid @RequestBody ReasonBody body, Principal principal) {
    return answer(judge.reopen(me(principal), note, body.reason()), principal);
  }

  private static MemberId me(Principal principal) {
    return new MemberId(principal.getName());
  }

  private static NoteHead head(
      Note note, ProgrammeProcess process, @Nullable Person author, MemberId me) {
    Review review = note.review();
    Rubric rubric = review.rubric() == null ? process.rubric() : review.rubric();
    return new NoteHead(
        note.id().value(),
        note.programme().value(),
        note.label(),
        note.title(),
        Slugs.of(note.state()),
        areas(note),
        note.certified(),
        note.submittedAt(),
        review.counted().size(),
        rubric.quorum(),
        Slugs.of(review.stanceOf(me, JudgeNotes.flag(process, author, me))),
        note.decision().map(DecisionView::of).orElse(null));
  }

  private ResponseEntity<NoteView> answer(Versioned<Note> versioned, Principal principal) {
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(versioned.version()))
        .body(view(versioned, me(principal)));
  }

  private NoteView view(Versioned<Note> versioned, MemberId me) {
    Note note = versioned.state();
    Review review = note.review();
    ProgrammeProcess process = processes.inForce(note.programme());
    Rubric rubric = review.rubric() == null ? process.rubric() : review.rubric();
    Person author = people.find(note.author()).orElse(null);
    boolean flagged = JudgeNotes.flag(process, author, me);
    Result result = review.result();
    List<Evaluation> others = review.showsOthersTo(me) ? review.counted() : null;
    return new NoteView(
        note.id().value(),
        note.programme().value(),
        note.label(),
        note.title(),
        Slugs.of(note.state()),
        note.draft().language(),
        note.draft().content().values(),
        areas(note),
        note.certified(),
        note.submittedAt(),
        versioned.version(),
        author(note, process, author),
        RubricView.of(rubric),
        Slugs.of(review.stanceOf(me, flagged)),
        flagged && !review.answeredFor(me) ? "The author is of your organisation." : null,
        review.evaluationBy(me).map(mine -> EvaluationView.of(mine, rubric)).orElse(null),
        result.evaluations(),
        result.quorumReached(),
        others == null ? null : others.stream().map(e -> EvaluationView.of(e, rubric)).toList(),
        others == null ? null : ResultView.of(result),
        review.interests().stream().filter(Interest::present).map(ConflictView::of).toList(),
        note.decision().map(DecisionView::of).orElse(null),
        review.earlier().stream().map(DecisionView::of).toList(),
        commitments.restingOn(note.id()).stream()
            .map(c -> new CommitmentHead(c.id().value(), c.number(), c.current().title()))
            .toList());
  }

  /**
   * Before the decision, at most the organisation, and only where the process is not anonymous; the
   * name never before it.
   */
  private static AuthorView author(Note note, ProgrammeProcess process, @Nullable Person author) {
    boolean decided = note.decision().isPresent();
    if (author == null || (process.anonymousEvaluation() && !decided)) {
      return new AuthorView(null, null);
    }
    return new AuthorView(decided ? author.name() : null, author.organisation());
  }

  private static List<String> areas(Note note) {
    return note.decision().map(d -> d.policyAreas()).orElse(note.draft().policyAreas());
  }
}
