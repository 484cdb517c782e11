package org.cocreation.submission.domain.commitments;

import java.util.List;
import org.cocreation.submission.domain.Aggregates;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Versioned;
import org.jspecify.annotations.Nullable;

/** All commitments. */
public interface Commitments extends Aggregates<Commitment, CommitmentEvent> {

  /** A programme's commitments in the order in which they were drafted. */
  List<Versioned<Commitment>> in(ProgrammeId programme, @Nullable String after, int limit);

  /** Those that rest on a note, or did once. */
  List<Commitment> restingOn(NoteId note);
}
