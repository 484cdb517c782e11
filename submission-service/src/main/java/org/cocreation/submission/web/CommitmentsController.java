package org.cocreation.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Idempotent;
import org.cocreation.defaults.IfMatch;
import org.cocreation.defaults.Page;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.commitments.Commitment;
import org.cocreation.submission.domain.commitments.Commitments;
import org.cocreation.submission.domain.commitments.DraftCommitments;
import org.cocreation.submission.web.CommitmentViews.CommitmentView;
import org.cocreation.submission.web.CommitmentViews.RevisionView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/submission")
@Tag(
    name = "Commitments",
    description = "Commitments drafted from selected notes, with every revision")
class CommitmentsController {

  private static final String EXAMPLE =
      """
      {"derivesFrom": ["01HZY0K8T3Q4M5N6P7R8S9TAVB"],
       "content": {"title": "Open river data", "leadInstitution": "Ministry of Example",
         "supportingInstitutions": {"civilSociety": ["River Watch"]},
         "period": {"from": "2020-07-01", "to": "2022-06-30"},
         "problem": "Nobody can see who takes how much water.",
         "description": {"solution": "Publish licences and readings.", "expectedResults": "Anyone can check."},
         "openGovernment": {"transparency": "All readings are public."},
         "milestones": [{"title": "First data set", "from": "2020-07-01", "to": "2020-12-31", "responsible": "Ministry of Example"}]}}
      """;

  private final DraftCommitments draft;
  private final Commitments commitments;
  private final CommitmentViews views;

  CommitmentsController(DraftCommitments draft, Commitments commitments, CommitmentViews views) {
    this.draft = draft;
    this.commitments = commitments;
    this.views = views;
  }

  record DraftBody(
      @NotNull @Size(max = 100) Map<String, Object> content,
      @NotNull @Size(max = 200) List<@NotNull String> derivesFrom) {}

  record EditBody(
      @NotNull @Size(max = 100) Map<String, Object> content,
      @Nullable @Size(max = 200) List<@NotNull String> derivesFrom,
      @Nullable @Size(max = 2000) String summaryOfChange) {}

  @PostMapping("/programmes/{programme}/commitments")
  @Idempotent
  @Operation(
      summary = "Draft a commitment from one or more selected notes",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @io.swagger.v3.oas.annotations.media.Content(examples = @ExampleObject(EXAMPLE))))
  ResponseEntity<CommitmentView> draft(
      @PathVariable ProgrammeId programme,
      @Valid @RequestBody DraftBody body,
      Principal principal) {
    Versioned<Commitment> drafted =
        draft.draft(
            me(principal), programme, new Content(body.content()), notes(body.derivesFrom()));
    return ResponseEntity.created(URI.create("/api/submission/commitments/" + drafted.state().id()))
        .eTag(IfMatch.etag(drafted.version()))
        .body(views.view(drafted));
  }

  @PutMapping("/commitments/{commitment}")
  @Operation(summary = "Make a new revision, with a summary of the change")
  ResponseEntity<CommitmentView> edit(
      @PathVariable CommitmentId commitment,
      IfMatch seen,
      @Valid @RequestBody EditBody body,
      Principal principal) {
    return answer(
        draft.edit(
            me(principal),
            commitment,
            seen.version(),
            new Content(body.content()),
            body.derivesFrom() == null ? null : notes(body.derivesFrom()),
            body.summaryOfChange()));
  }

  @GetMapping("/programmes/{programme}/commitments")
  @Operation(summary = "The commitments of a programme")
  Page<CommitmentView> list(@PathVariable ProgrammeId programme, Cursor cursor) {
    Page<Versioned<Commitment>> page =
        Page.of(
            commitments.in(programme, cursor.after(), cursor.fetch()),
            cursor,
            c -> c.state().id().value());
    return new Page<>(views.views(page.items()), page.next());
  }

  @GetMapping("/commitments/{commitment}")
  @Operation(summary = "One commitment as it is now")
  ResponseEntity<CommitmentView> one(@PathVariable CommitmentId commitment) {
    return answer(draft.find(commitment));
  }

  @GetMapping("/commitments/{commitment}/revisions")
  @Operation(summary = "Every revision of a commitment, the oldest first")
  Page<RevisionView> revisions(@PathVariable CommitmentId commitment) {
    return new Page<>(
        draft.find(commitment).state().revisions().stream().map(RevisionView::of).toList(), null);
  }

  private ResponseEntity<CommitmentView> answer(Versioned<Commitment> commitment) {
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(commitment.version()))
        .body(views.view(commitment));
  }

  private static MemberId me(Principal principal) {
    return new MemberId(principal.getName());
  }

  private static List<NoteId> notes(List<String> ids) {
    return ids.stream().filter(id -> !id.isBlank()).map(NoteId::new).toList();
  }
}
