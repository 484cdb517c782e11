package org.cocreation.submission.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.commitments.Commitment;
import org.cocreation.submission.domain.commitments.Revision;
import org.cocreation.submission.domain.notes.Note;
import org.cocreation.submission.domain.notes.Notes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Commitments as they are shown, with the notes that they name. */
@Component
final class CommitmentViews {

  private final Notes notes;

  CommitmentViews(Notes notes) {
    this.notes = notes;
  }

  record SourceView(String noteId, String number, String title) {}

  record CommitmentView(
      String commitmentId,
      String programmeId,
      String number,
      String title,
      int revision,
      int templateVersion,
      long version,
      Map<String, Object> content,
      List<SourceView> derivesFrom,
      Instant draftedAt,
      @Nullable Instant editedAt) {}

  record RevisionView(
      int revision,
      Instant at,
      String by,
      @Nullable String summaryOfChange,
      List<String> derivesFrom,
      Map<String, Object> content) {

    static RevisionView of(Revision revision) {
      return new RevisionView(
          revision.revision(),
          revision.at(),
          revision.by().value(),
          revision.summaryOfChange(),
          revision.derivesFrom().stream().map(NoteId::value).toList(),
          revision.content().values());
    }
  }

  CommitmentView view(Versioned<Commitment> commitment) {
    return views(List.of(commitment)).get(0);
  }

  /** Looks all notes up at once. */
  List<CommitmentView> views(List<Versioned<Commitment>> commitments) {
    Map<String, Note> sources = sources(commitments.stream().map(Versioned::state));
    return commitments.stream().map(c -> view(c.state(), c.version(), sources)).toList();
  }

  Map<String, Note> sources(Stream<Commitment> commitments) {
    Set<String> ids =
        commitments
            .flatMap(commitment -> commitment.current().derivesFrom().stream())
            .map(NoteId::value)
            .collect(Collectors.toSet());
    return notes.findAll(ids);
  }

  static List<SourceView> sourcesOf(Commitment commitment, Map<String, Note> sources) {
    return commitment.current().derivesFrom().stream()
        .map(
            id -> {
              Note note = sources.get(id.value());
              return note == null
                  ? new SourceView(id.value(), id.value(), "")
                  : new SourceView(id.value(), note.label(), note.title());
            })
        .toList();
  }

  private static CommitmentView view(
      Commitment commitment, long version, Map<String, Note> sources) {
    Revision current = commitment.current();
    return new CommitmentView(
        commitment.id().value(),
        commitment.programme().value(),
        commitment.number(),
        current.title(),
        current.revision(),
        commitment.templateVersion(),
        version,
        current.content().values(),
        sourcesOf(commitment, sources),
        commitment.draftedAt(),
        current.revision() == 1 ? null : current.at());
  }
}
