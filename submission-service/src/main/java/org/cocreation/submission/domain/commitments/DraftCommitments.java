package org.cocreation.submission.domain.commitments;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.Fault;
import org.cocreation.submission.domain.Ids;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Numbers;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.Words;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.notes.Notes;
import org.cocreation.submission.domain.process.Template;
import org.cocreation.submission.domain.process.Templates;
import org.jspecify.annotations.Nullable;

/**
 * Drafts and edits commitments from selected notes: several notes to one commitment, one note to
 * several (rule 8). While the consultation is open nothing moves under those who comment.
 */
public final class DraftCommitments {

  private final Commitments commitments;
  private final Notes notes;
  private final Templates templates;
  private final Predicate<ProgrammeId> consultationOpen;
  private final Numbers numbers;
  private final Ids ids;
  private final Clock clock;

  public DraftCommitments(
      Commitments commitments,
      Notes notes,
      Templates templates,
      Predicate<ProgrammeId> consultationOpen,
      Numbers numbers,
      Ids ids,
      Clock clock) {
    this.commitments = commitments;
    this.notes = notes;
    this.templates = templates;
    this.consultationOpen = consultationOpen;
    this.numbers = numbers;
    this.ids = ids;
    this.clock = clock;
  }

  public Versioned<Commitment> draft(
      MemberId by, ProgrammeId programme, Content content, List<NoteId> from) {
    CommitmentId id = new CommitmentId(ids.next());
    if (commitments.changedBefore(id.value())) {
      return find(id);
    }
    standsStill(programme);
    int version = templates.latest(Template.Kind.COMMITMENT);
    List<NoteId> sources = from.stream().distinct().toList();
    refuse(programme, version, content, sources);
    String number = numbers.next(programme, Numbers.Series.COMMITMENTS);
    commitments.change(
        id.value(),
        before ->
            Commitment.drafted(
                id, programme, number, version, sources, content, by, clock.instant()));
    return find(id);
  }

  /**
   * Makes a new revision of what the editor saw.
   *
   * @param from null = the notes stay as they are
   */
  public Versioned<Commitment> edit(
      MemberId by,
      CommitmentId id,
      long seen,
      Content content,
      @Nullable List<NoteId> from,
      @Nullable String summaryOfChange) {
    Commitment there = find(id).state();
    standsStill(there.programme());
    String summary = Words.required("summaryOfChange", summaryOfChange, "a summary of the change");
    List<NoteId> sources =
        from == null ? there.current().derivesFrom() : from.stream().distinct().toList();
    refuse(there.programme(), there.templateVersion(), content, sources);
    commitments.changeSeenAt(
        id.value(),
        seen,
        found ->
            found
                .orElseThrow(() -> Refusal.unknown("commitment"))
                .edit(sources, content, summary, by, clock.instant()));
    return find(id);
  }

  public Versioned<Commitment> find(CommitmentId id) {
    return commitments.find(id.value()).orElseThrow(() -> Refusal.unknown("commitment"));
  }

  private void standsStill(ProgrammeId programme) {
    if (consultationOpen.test(programme)) {
      throw Refusal.conflict(
          "consultation-open",
          "People are commenting on the commitments; they can be edited when the consultation is closed.");
    }
  }

  private void refuse(ProgrammeId programme, int version, Content content, List<NoteId> sources) {
    List<Fault> faults =
        new ArrayList<>(templates.of(Template.Kind.COMMITMENT, version).faultsOfWhole(content));
    if (sources.isEmpty()) {
      faults.add(
          new Fault(
              "derivesFrom",
              "at least one selected note",
              "A commitment names the notes it derives from."));
    }
    Map<String, Note> found = notes.findAll(sources.stream().map(NoteId::value).toList());
    for (int i = 0; i < sources.size(); i++) {
      Note note = found.get(sources.get(i).value());
      String field = "derivesFrom[" + i + "]";
      if (note == null || !note.wasSubmitted() || !note.programme().equals(programme)) {
        faults.add(new Fault(field, "a selected note of this programme", "There is no such note."));
      } else if (note.state() != Note.State.SELECTED) {
        faults.add(
            new Fault(
                field, "a selected note of this programme", note.label() + " is not selected."));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(
          "commitment-invalid", "The commitment does not fit its template.", faults);
    }
  }
}
