package org.cocreation.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.defaults.Cursor;
import org.cocreation.defaults.Idempotent;
import org.cocreation.defaults.Page;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.commitments.Commitment;
import org.cocreation.submission.domain.commitments.Commitments;
import org.cocreation.submission.domain.consultation.Comment.Stage;
import org.cocreation.submission.domain.consultation.Comments;
import org.cocreation.submission.domain.consultation.Consultation;
import org.cocreation.submission.domain.consultation.HoldConsultation;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.people.Programmes;
import org.cocreation.submission.domain.process.SetProcess;
import org.cocreation.submission.web.CommentViews.PublicComment;
import org.cocreation.submission.web.CommitmentViews.SourceView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/submission")
@Tag(
    name = "Consultation",
    description = "The public reads the drafted commitments and comments on them")
class ConsultationController {

  private static final Set<Stage> PUBLISHED = EnumSet.of(Stage.UNANSWERED, Stage.ANSWERED);
  private static final Cursor A_PAGE = new Cursor(null, Cursor.MAX_LIMIT);

  private final HoldConsultation hold;
  private final Commitments commitments;
  private final Comments comments;
  private final CommitmentViews views;
  private final SetProcess processes;
  private final Programmes programmes;
  private final Clock clock;

  ConsultationController(
      HoldConsultation hold,
      Commitments commitments,
      Comments comments,
      CommitmentViews views,
      SetProcess processes,
      Programmes programmes,
      Clock clock) {
    this.hold = hold;
    this.commitments = commitments;
    this.comments = comments;
    this.views = views;
    this.processes = processes;
    this.programmes = programmes;
    this.clock = clock;
  }

  record OpeningBody(@Nullable Instant closesAt) {}

  record ClosingBody(@Nullable @Size(max = 2000) String reason) {}

  record ConsultedView(
      String commitmentId,
      String number,
      String title,
      int revision,
      Map<String, Object> content,
      List<SourceView> derivesFrom,
      Page<PublicComment> comments) {}

  record ConsultationView(
      String programmeId,
      String state,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable Instant closedAt,
      @Nullable String closedEarlyBecause,
      int round,
      List<ConsultedView> commitments) {}

  @PostMapping("/programmes/{programme}/consultation/opening")
  @Idempotent
  @Operation(summary = "Open a consultation on the drafted commitments")
  ConsultationView open(
      @PathVariable ProgrammeId programme,
      @Valid @RequestBody(required = false) @Nullable OpeningBody body) {
    return view(hold.open(programme, body == null ? null : body.closesAt()));
  }

  @PostMapping("/programmes/{programme}/consultation/closing")
  @Idempotent
  @Operation(summary = "Close the consultation; before its published date with a reason")
  ConsultationView close(
      @PathVariable ProgrammeId programme,
      @Valid @RequestBody(required = false) @Nullable ClosingBody body) {
    return view(hold.close(programme, body == null ? null : body.reason()));
  }

  @GetMapping("/programmes/{programme}/consultation")
  @Operation(
      summary = "The consultation with its commitments, the published comments and the responses")
  ConsultationView consultation(@PathVariable ProgrammeId programme) {
    if (!processes.isSet(programme) && programmes.find(programme).isEmpty()) {
      throw Refusal.unknown("programme");
    }
    return view(hold.of(programme));
  }

  @GetMapping("/commitments/{commitment}/comments")
  @Operation(summary = "The published comments on a commitment, with the responses")
  Page<PublicComment> comments(@PathVariable CommitmentId commitment, Cursor cursor) {
    Commitment about =
        commitments
            .find(commitment.value())
            .map(Versioned::state)
            .orElseThrow(() -> Refusal.unknown("commitment"));
    if (hold.of(about.programme()).latest() == null) {
      throw Refusal.unknown("commitment");
    }
    return published(commitment, cursor);
  }

  private Page<PublicComment> published(CommitmentId commitment, Cursor cursor) {
    return Page.of(
            comments.on(commitment, PUBLISHED, cursor.after(), cursor.fetch()),
            cursor,
            c -> c.id().value())
        .map(PublicComment::of);
  }

  private ConsultationView view(Consultation consultation) {
    Consultation.Round round = consultation.latest();
    String programme = consultation.programme().value();
    if (round == null) {
      return new ConsultationView(programme, "not-opened", null, null, null, null, 0, List.of());
    }
    boolean open = round.openAt(clock.instant());
    Instant closedAt = round.closedAt();
    return new ConsultationView(
        programme,
        open ? "open" : "closed",
        round.opensAt(),
        round.closesAt(),
        open || closedAt != null ? closedAt : round.closesAt(),
        round.closedEarlyBecause(),
        round.number(),
        consulted(consultation.programme()));
  }

  private List<ConsultedView> consulted(ProgrammeId programme) {
    List<Commitment> all =
        commitments.in(programme, null, A_PAGE.limit()).stream().map(Versioned::state).toList();
    Map<String, Note> sources = views.sources(all.stream());
    return all.stream()
        .map(
            commitment ->
                new ConsultedView(
                    commitment.id().value(),
                    commitment.number(),
                    commitment.current().title(),
                    commitment.current().revision(),
                    commitment.current().content().values(),
                    CommitmentViews.sourcesOf(commitment, sources),
                    published(commitment.id(), new Cursor(null, Cursor.DEFAULT_LIMIT))))
        .toList();
  }
}
