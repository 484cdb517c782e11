package org.cocreation.submission.storage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.defaults.KeyedRequest;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.Decision;
import org.cocreation.messaging.Stored;
import org.cocreation.submission.domain.Aggregates;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** One kind of aggregate in its collection, in the terms of the domain. */
class StoredAggregates<S, E> implements Aggregates<S, E> {

  private final AggregateStore<S, E> store;

  StoredAggregates(AggregateStore<S, E> store) {
    this.store = store;
  }

  @Override
  public final Optional<Versioned<S>> find(String id) {
    return store.findStored(id).map(StoredAggregates::versioned);
  }

  @Override
  public final Map<String, S> findAll(Collection<String> ids) {
    return ids.isEmpty() ? Map.of() : store.findAll(ids);
  }

  @Override
  public final <R> R change(String id, Function<Optional<S>, Outcome<S, E, R>> decide) {
    Optional<KeyedRequest> request = KeyedRequest.current();
    return request.isPresent()
        ? store.changeFor(request.get().id(), id, decision(decide))
        : store.change(id, decision(decide));
  }

  @Override
  public final <R> R changeSeenAt(
      String id, long version, Function<Optional<S>, Outcome<S, E, R>> decide) {
    return store.change(id, version, decision(decide));
  }

  @Override
  public final boolean changedBefore(String id) {
    return KeyedRequest.current()
        .filter(KeyedRequest::again)
        .filter(request -> store.wasChangedFor(request.id(), id))
        .isPresent();
  }

  /** Those that meet a condition, in the order of their ids and after one of them. */
  final List<Versioned<S>> list(Criteria condition, @Nullable String after, int limit) {
    Query query = Query.query(condition).with(Sort.by("_id")).limit(limit);
    if (after != null) {
      query.addCriteria(Criteria.where("_id").gt(after));
    }
    return store.query(query).stream().map(StoredAggregates::versioned).toList();
  }

  final AggregateStore<S, E> store() {
    return store;
  }

  static <S, E, R> Function<Optional<S>, Decision<S, E, R>> decision(
      Function<Optional<S>, Outcome<S, E, R>> decide) {
    return found -> {
      Outcome<S, E, R> outcome = decide.apply(found);
      S state = outcome.state();
      return state == null
          ? Decision.unchanged(outcome.result())
          : Decision.of(state, outcome.events(), outcome.result());
    };
  }

  private static <S> Versioned<S> versioned(Stored<S> stored) {
    return new Versioned<>(stored.state(), stored.version());
  }
}
