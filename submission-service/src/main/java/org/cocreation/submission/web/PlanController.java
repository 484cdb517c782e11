package org.cocreation.submission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cocreation.defaults.Idempotent;
import org.cocreation.defaults.ProblemException;
import org.cocreation.defaults.Translated;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Wording;
import org.cocreation.submission.domain.plan.Blocker;
import org.cocreation.submission.domain.plan.Blocker.Blockers;
import org.cocreation.submission.domain.plan.Plan;
import org.cocreation.submission.domain.plan.PublishPlan;
import org.cocreation.submission.web.CommitmentViews.SourceView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/submission/programmes/{programme}/plan")
@Tag(
    name = "Plan",
    description = "The action plan: what stands in its way, its publication, its versions")
class PlanController {

  private static final int LONGEST_TITLE = 300;

  private final PublishPlan publish;

  PlanController(PublishPlan publish) {
    this.publish = publish;
  }

  record PublicationBody(@Nullable @Valid Translated title) {}

  record BlockerView(String kind, String id, String label, String detail) {
    static BlockerView of(Blocker blocker) {
      return new BlockerView(
          blocker.kind().slug(), blocker.id(), blocker.label(), blocker.detail());
    }
  }

  record BlockersView(
      String programmeId, boolean publishable, List<BlockerView> blockers, boolean more) {}

  record VersionView(int planVersion, Instant publishedAt) {}

  record ConsultationView(
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable Instant closedAt,
      int comments,
      int accepted,
      int partlyAccepted,
      int notAccepted) {}

  record PlannedView(
      String commitmentId,
      String number,
      String title,
      int revision,
      int templateVersion,
      Map<String, Object> content,
      List<SourceView> derivesFrom) {

    static PlannedView of(Plan.PlannedCommitment planned) {
      return new PlannedView(
          planned.id().value(),
          planned.number(),
          planned.title(),
          planned.revision(),
          planned.templateVersion(),
          planned.content().values(),
          planned.derivesFrom().stream()
              .map(source -> new SourceView(source.note().value(), source.number(), source.title()))
              .toList());
    }
  }

  record PlanView(
      String programmeId,
      int planVersion,
      Translated title,
      Instant publishedAt,
      List<VersionView> versions,
      ConsultationView consultation,
      List<PlannedView> commitments) {}

  @GetMapping("/blockers")
  @Operation(summary = "What must be done before the plan can be published")
  BlockersView blockers(@PathVariable ProgrammeId programme) {
    Blockers found = publish.blockers(programme);
    return new BlockersView(
        programme.value(),
        found.publishable(),
        found.blockers().stream().map(BlockerView::of).toList(),
        found.more());
  }

  @PostMapping("/publication")
  @Idempotent
  @Operation(summary = "Publish the commitments as the next version of the plan")
  ResponseEntity<PlanView> publish(
      @PathVariable ProgrammeId programme,
      @Valid @RequestBody(required = false) @Nullable PublicationBody body,
      Principal principal) {
    Translated title = body == null ? null : body.title();
    if (title != null
        && (title.en().length() > LONGEST_TITLE || length(title.es()) > LONGEST_TITLE)) {
      throw ProblemException.invalid(
          "title",
          "at most " + LONGEST_TITLE + " characters",
          "The title of the plan is too long.");
    }
    Plan plan =
        publish.publish(
            new MemberId(principal.getName()),
            programme,
            title == null ? null : new Wording(title.en(), title.es()));
    return ResponseEntity.created(
            URI.create(
                "/api/submission/programmes/" + programme + "/plan?version=" + plan.version()))
        .body(view(plan));
  }

  @GetMapping
  @Operation(summary = "The published plan, the newest version unless another is named")
  PlanView plan(
      @PathVariable ProgrammeId programme,
      @RequestParam(required = false) @Nullable Integer version) {
    return view(publish.find(programme, version));
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private PlanView view(Plan plan) {
    Plan.ConsultationRecord record = plan.consultation();
    return new PlanView(
        plan.programme().value(),
        plan.version(),
        FormViews.words(plan.title()),
        plan.publishedAt(),
        publish.versions(plan.programme()).stream()
            .map(version -> new VersionView(version.version(), version.publishedAt()))
            .toList(),
        new ConsultationView(
            record.opensAt(),
            record.closesAt(),
            record.closedAt(),
            record.comments(),
            record.accepted(),
            record.partlyAccepted(),
            record.notAccepted()),
        plan.commitments().stream().map(PlannedView::of).toList());
  }
}
