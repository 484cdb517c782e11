package org.cocreation.notification.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Decision;
import org.cocreation.messaging.Stored;
import org.cocreation.notification.domain.Round;
import org.cocreation.notification.domain.Rounds;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Rounds, found by the time at which they are due. They announce nothing. */
@Repository
class StoredRounds implements Rounds {

  private static final String STATE = "state.state";
  private static final String DUE = "state.dueAt";

  private final AggregateStore<Round, Object> store;

  StoredRounds(AggregateStores stores) {
    store =
        stores.of(
            "rounds",
            Round.class,
            nothing -> List.of(),
            new Index().on(STATE, Direction.ASC).on(DUE, Direction.ASC).named("due"));
  }

  @Override
  public List<Round> due(Instant now, int limit) {
    return store
        .query(
            new Query(Criteria.where(STATE).is(Round.State.PENDING).and(DUE).lte(now))
                .with(Sort.by(DUE))
                .limit(limit))
        .stream()
        .map(Stored::state)
        .toList();
  }

  @Override
  public Optional<Round> change(String roundId, Function<Optional<Round>, Optional<Round>> change) {
    return store.change(
        roundId,
        kept ->
            change
                .apply(kept)
                .map(
                    next ->
                        Decision.<Round, Object, Optional<Round>>of(
                            next, List.of(), Optional.of(next)))
                .orElseGet(() -> Decision.unchanged(kept)));
  }
}
