package org.cocreation.submission.domain.consultation;

import java.time.Instant;
import org.cocreation.submission.domain.CommentId;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.ProgrammeId;

/** What can happen to a comment that others should know; nothing in it says who wrote it. */
public sealed interface CommentEvent {

  record Published(CommentId comment, CommitmentId commitment, ProgrammeId programme, Instant at)
      implements CommentEvent {}

  record Answered(CommentId comment, CommitmentId commitment, ProgrammeId programme, Instant at)
      implements CommentEvent {}
}
