package org.cocreation.submission.storage;

import java.util.List;
import java.util.Set;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.cocreation.submission.domain.CommitmentId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.consultation.Comment;
import org.cocreation.submission.domain.consultation.CommentEvent;
import org.cocreation.submission.domain.consultation.Comments;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

@Component
final class StoredComments extends StoredAggregates<Comment, CommentEvent> implements Comments {

  StoredComments(AggregateStores stores, Announcer<CommentEvent> announcer) {
    super(
        stores.of(
            "comments",
            Comment.class,
            announcer,
            new Index()
                .on("state.programme", Direction.ASC)
                .on("state.stage", Direction.ASC)
                .on("_id", Direction.ASC)
                .named("programme"),
            new Index()
                .on("state.commitment", Direction.ASC)
                .on("state.stage", Direction.ASC)
                .on("_id", Direction.ASC)
                .named("commitment")));
  }

  @Override
  public List<Comment> in(
      ProgrammeId programme, Set<Comment.Stage> stages, @Nullable String after, int limit) {
    return listed(Criteria.where("state.programme").is(programme), stages, after, limit);
  }

  @Override
  public List<Comment> on(
      CommitmentId commitment, Set<Comment.Stage> stages, @Nullable String after, int limit) {
    return listed(Criteria.where("state.commitment").is(commitment), stages, after, limit);
  }

  private List<Comment> listed(
      Criteria where, Set<Comment.Stage> stages, @Nullable String after, int limit) {
    Criteria condition = where.and("state.stage").in(stages.stream().map(Enum::name).toList());
    return list(condition, after, limit).stream().map(Versioned::state).toList();
  }

  @Override
  public long count(ProgrammeId programme, Comment.Stage stage) {
    return store()
        .count(
            Query.query(
                Criteria.where("state.programme")
                    .is(programme)
                    .and("state.stage")
                    .is(stage.name())));
  }
}
