package org.cocreation.submission.domain.consultation;

import java.util.List;
import java.util.Set;
import org.cocreation.submission.domain.Aggregates;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** All comments. Lists are in the order of arrival, after the id of the last one already seen. */
public interface Comments extends Aggregates<Comment, CommentEvent> {

  List<Comment> in(
      ProgrammeId programme, Set<Comment.Stage> stages, @Nullable String after, int limit);

  List<Comment> on(
      CommitmentId commitment, Set<Comment.Stage> stages, @Nullable String after, int limit);

  long count(ProgrammeId programme, Comment.Stage stage);
}
