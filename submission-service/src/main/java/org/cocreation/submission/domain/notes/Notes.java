package org.cocreation.submission.domain.notes;

import java.util.List;
import java.util.Set;
import org.cocreation.submission.domain.Aggregates;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.Versioned;
import org.jspecify.annotations.Nullable;

/** All concept notes. */
public interface Notes extends Aggregates<Note, NoteEvent> {

  /** A person's notes, the oldest first. */
  List<Versioned<Note>> by(RegistrationId author);

  /**
   * A programme's notes that were ever handed in and are in one of some states, in the order in
   * which they were begun.
   *
   * @param after the id of the last note already seen
   */
  List<Note> submitted(
      ProgrammeId programme, Set<Note.State> states, @Nullable String after, int limit);

  /** How many of a programme's notes that were ever handed in are in a state. */
  long count(ProgrammeId programme, Note.State state);
}
