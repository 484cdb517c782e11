package org.cocreation.submission.web;

import java.time.Instant;
import java.util.List;
import org.cocreation.defaults.Translated;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.plan.Trail;
import org.jspecify.annotations.Nullable;

/** What became of notes, as it is shown. */
final class TrailViews {

  private TrailViews() {}

  record StepView(
      Instant at,
      String kind,
      Translated text,
      @Nullable String reason,
      @Nullable String commitmentId,
      @Nullable String commitmentNumber,
      @Nullable Integer planVersion) {

    static StepView of(Trail.Step step) {
      CommitmentId commitment = step.commitment();
      return new StepView(
          step.at(),
          step.kind().slug(),
          FormViews.words(step.text()),
          step.reason(),
          commitment == null ? null : commitment.value(),
          step.commitmentNumber(),
          step.planVersion());
    }
  }

  record TrailView(
      String noteId,
      String programmeId,
      String number,
      String title,
      String state,
      @Nullable String author,
      List<StepView> happenings) {

    static TrailView of(Trail trail) {
      Note note = trail.note();
      return new TrailView(
          note.id().value(),
          note.programme().value(),
          note.label(),
          note.title(),
          Slugs.of(note.state()),
          trail.authorName(),
          trail.steps().stream().map(StepView::of).toList());
    }
  }

  record TrailHead(
      String noteId, String number, String title, String state, @Nullable Instant submittedAt) {

    static TrailHead of(Note note) {
      return new TrailHead(
          note.id().value(),
          note.label(),
          note.title(),
          Slugs.of(note.state()),
          note.submittedAt());
    }
  }
}
