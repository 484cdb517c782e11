package org.cocreation.submission.domain.commitments;

import java.time.Instant;
import java.util.List;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;

/** What can happen to a commitment that others should know. */
public sealed interface CommitmentEvent {

  record Drafted(
      CommitmentId commitment,
      ProgrammeId programme,
      String number,
      String title,
      List<NoteId> derivesFrom,
      int revision,
      Instant draftedAt)
      implements CommitmentEvent {}

  record Edited(
      CommitmentId commitment,
      ProgrammeId programme,
      String number,
      String title,
      List<NoteId> derivesFrom,
      int revision,
      Instant draftedAt,
      Instant editedAt,
      String summaryOfChange)
      implements CommitmentEvent {}
}
