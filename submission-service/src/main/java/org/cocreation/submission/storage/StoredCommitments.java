package org.cocreation.submission.storage;

import java.util.List;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.cocreation.submission.domain.NoteId;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.Versioned;
import org.cocreation.submission.domain.commitments.Commitment;
import org.cocreation.submission.domain.commitments.CommitmentEvent;
import org.cocreation.submission.domain.commitments.Commitments;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

@Component
final class StoredCommitments extends StoredAggregates<Commitment, CommitmentEvent>
    implements Commitments {

  private static final int MORE_THAN_REST_ON_A_NOTE = 1000;

  StoredCommitments(AggregateStores stores, Announcer<CommitmentEvent> announcer) {
    super(
        stores.of(
            "commitments",
            Commitment.class,
            announcer,
            new Index()
                .on("state.programme", Direction.ASC)
                .on("_id", Direction.ASC)
                .named("programme"),
            new Index().on("state.notes", Direction.ASC).named("notes")));
  }

  @Override
  public List<Versioned<Commitment>> in(ProgrammeId programme, @Nullable String after, int limit) {
    return list(Criteria.where("state.programme").is(programme), after, limit);
  }

  @Override
  public List<Commitment> restingOn(NoteId note) {
    return list(Criteria.where("state.notes").is(note), null, MORE_THAN_REST_ON_A_NOTE).stream()
        .map(Versioned::state)
        .toList();
  }
}
