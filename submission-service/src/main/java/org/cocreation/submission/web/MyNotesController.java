package org.cocreation.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cocreation.defaults.FieldProblem;
import org.cocreation.defaults.Idempotent;
import org.cocreation.defaults.IfMatch;
import org.cocreation.defaults.LinkHolder;
import org.cocreation.defaults.Page;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.notes.WriteNotes;
import org.cocreation.submission.domain.plan.FollowNotes;
import org.cocreation.submission.domain.process.Template;
import org.cocreation.submission.web.EvaluationViews.DecisionView;
import org.cocreation.submission.web.TrailViews.StepView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/submission/me/notes")
@Tag(name = "My notes", description = "A participant's own concept notes, behind the personal link")
class MyNotesController {

  private static final String EXAMPLE =
      """
      {"content": {"title": "River data for everybody", "problem": "Nobody can see who takes how much water.",
        "solution": "Publish every licence and every reading within a week.",
        "openGovernment": "Transparency: people can check what they are told.", "leadInstitution": "Ministry of Example"},
       "policyAreas": ["climate", "right-to-information"], "language": "en", "showAuthor": false}
      """;

  private final WriteNotes write;
  private final FollowNotes follow;

  MyNotesController(WriteNotes write, FollowNotes follow) {
    this.write = write;
    this.follow = follow;
  }

  record NoteBody(
      @Nullable @Size(max = 100) Map<String, Object> content,
      @Nullable @Size(max = 20) List<@Size(max = 100) String> policyAreas,
      @Nullable @Size(max = 10) String language,
      @Nullable Boolean showAuthor) {

    WriteNotes.Text text() {
      return new WriteNotes.Text(
          new org.cocreation.submission.domain.Content(content == null ? Map.of() : content),
          policyAreas == null ? List.of() : policyAreas,
          language,
          Boolean.TRUE.equals(showAuthor));
    }
  }

  record WithdrawalBody(@Nullable @Size(max = 2000) String reason) {}

  record WordsView(String field, int count, int limit) {}

  record MyNoteView(
      String noteId,
      String programmeId,
      @Nullable String number,
      String state,
      int templateVersion,
      long version,
      String language,
      Map<String, Object> content,
      List<String> policyAreas,
      boolean showAuthor,
      boolean certified,
      List<WordsView> words,
      List<FieldProblem> faults,
      Instant createdAt,
      Instant editedAt,
      @Nullable Instant submittedAt,
      @Nullable DecisionView decision,
      List<StepView> happenings) {}

  @PostMapping
  @Idempotent
  @Operation(
      summary = "Begin a note as a draft",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(examples = @ExampleObject(EXAMPLE))))
  ResponseEntity<MyNoteView> begin(
      @Parameter(hidden = true) @AuthenticationPrincipal LinkHolder me,
      @Valid @RequestBody NoteBody body) {
    Versioned<Note> note = write.begin(author(me), body.text());
    return ResponseEntity.created(URI.create("/api/submission/me/notes/" + note.state().id()))
        .eTag(IfMatch.etag(note.version()))
        .body(view(note));
  }

  @GetMapping
  @Operation(summary = "All of my notes, and what became of them")
  Page<MyNoteView> mine(@Parameter(hidden = true) @AuthenticationPrincipal LinkHolder me) {
    return new Page<>(write.by(author(me)).stream().map(this::view).toList(), null);
  }

  @GetMapping("/{note}")
  @Operation(summary = "One of my notes")
  ResponseEntity<MyNoteView> one(
      @Parameter(hidden = true) @AuthenticationPrincipal LinkHolder me, @PathVariable NoteId note) {
    return answer(write.of(author(me), note));
  }

  @PutMapping("/{note}")
  @Operation(summary = "Replace what a draft says")
  ResponseEntity<MyNoteView> edit(
      @Parameter(hidden = true) @AuthenticationPrincipal LinkHolder me,
      @PathVariable NoteId note,
      IfMatch seen,
      @Valid @RequestBody NoteBody body) {
    return answer(write.edit(author(me), note, seen.version(), body.text()));
  }

  @PostMapping("/{note}/submission")
  @Idempotent
  @Operation(summary = "Hand a draft in")
  ResponseEntity<MyNoteView> submit(
      @Parameter(hidden = true) @AuthenticationPrincipal LinkHolder me, @PathVariable NoteId note) {
    return answer(write.submit(author(me), note));
  }

  @PostMapping("/{note}/withdrawal")
  @Idempotent
  @Operation(summary = "Withdraw a note before it is decided")
  ResponseEntity<MyNoteView> withdraw(
      @Parameter(hidden = true) @AuthenticationPrincipal LinkHolder me,
      @PathVariable NoteId note,
      @Valid @RequestBody(required = false) @Nullable WithdrawalBody body) {
    return answer(write.withdraw(author(me), note, body == null ? null : body.reason()));
  }

  private static RegistrationId author(LinkHolder me) {
    return new RegistrationId(me.registrationId());
  }

  private ResponseEntity<MyNoteView> answer(Versioned<Note> note) {
    return ResponseEntity.ok().eTag(IfMatch.etag(note.version())).body(view(note));
  }

  private MyNoteView view(Versioned<Note> versioned) {
    Note note = versioned.state();
    Template template = write.templateOf(note);
    List<FieldProblem> faults =
        note.state() == Note.State.DRAFT
            ? template.faultsOfWhole(note.draft().content()).stream()
                .map(f -> new FieldProblem(f.field(), f.expected(), f.detail()))
                .toList()
            : List.of();
    return new MyNoteView(
        note.id().value(),
        note.programme().value(),
        note.number(),
        Slugs.of(note.state()),
        note.draft().templateVersion(),
        versioned.version(),
        note.draft().language(),
        note.draft().content().values(),
        note.draft().policyAreas(),
        note.draft().showAuthor(),
        note.certified(),
        template.count(note.draft().content()).stream()
            .map(w -> new WordsView(w.field(), w.count(), w.limit()))
            .toList(),
        faults,
        note.createdAt(),
        note.editedAt(),
        note.submittedAt(),
        note.decision().map(DecisionView::of).orElse(null),
        follow.steps(note).stream().map(StepView::of).toList());
  }
}
