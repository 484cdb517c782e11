package org.cocreation.submission.domain.commitments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.Content;
import org.cocreation.submission.domain.MemberId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Refusal;

/**
 * A commitment of the action plan in the making, with every revision it went through.
 *
 * @param notes every note that any revision rests on, so that a trail finds what a note came to
 *     even when it was left out later
 * @param revisions the oldest first, at least one, at most {@link #MOST_REVISIONS}
 */
public record Commitment(
    CommitmentId id,
    ProgrammeId programme,
    String number,
    int templateVersion,
    List<NoteId> notes,
    List<Revision> revisions) {

  /** Keeps the document within what a store takes. */
  public static final int MOST_REVISIONS = 300;

  public Commitment {
    notes = List.copyOf(notes);
    revisions = List.copyOf(revisions);
  }

  static Outcome<Commitment, CommitmentEvent, Commitment> drafted(
      CommitmentId id,
      ProgrammeId programme,
      String number,
      int templateVersion,
      List<NoteId> from,
      Content content,
      MemberId by,
      Instant now) {
    Revision first = new Revision(1, now, by, null, from, content);
    return Outcome.of(
        new Commitment(id, programme, number, templateVersion, from, List.of(first)),
        List.of(new CommitmentEvent.Drafted(id, programme, number, first.title(), from, 1, now)));
  }

  /** The newest revision. */
  public Revision current() {
    return revisions.get(revisions.size() - 1);
  }

  public Instant draftedAt() {
    return revisions.get(0).at();
  }

  /** What says nothing new makes no revision. */
  Outcome<Commitment, CommitmentEvent, Commitment> edit(
      List<NoteId> from, Content content, String summary, MemberId by, Instant now) {
    Revision before = current();
    if (before.content().equals(content) && before.derivesFrom().equals(from)) {
      return Outcome.unchanged(this);
    }
    if (revisions.size() >= MOST_REVISIONS) {
      throw Refusal.conflict(
          "too-many-revisions", "This commitment was edited too often to keep one more revision.");
    }
    Revision next = new Revision(before.revision() + 1, now, by, summary, from, content);
    List<Revision> all = new ArrayList<>(revisions);
    all.add(next);
    Set<NoteId> ever = new LinkedHashSet<>(notes);
    ever.addAll(from);
    return Outcome.of(
        new Commitment(id, programme, number, templateVersion, List.copyOf(ever), all),
        List.of(
            new CommitmentEvent.Edited(
                id,
                programme,
                number,
                next.title(),
                from,
                next.revision(),
                draftedAt(),
                now,
                summary)));
  }
}
