package org.cocreation.attendance.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.Kept;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.Change;
import org.cocreation.messaging.Decision;
import org.cocreation.messaging.Stored;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Documents of one kind in the aggregate store. What is stored may carry, beside the domain's own
 * record, fields by which it is looked up.
 *
 * @param <S> the domain's record
 * @param <D> what is stored
 */
class StoredDocuments<S, D extends Record> implements Kept<S> {

  private final AggregateStore<D, AttendanceEvent> store;
  private final Function<S, D> toStored;
  private final Function<D, S> toDomain;

  StoredDocuments(
      AggregateStore<D, AttendanceEvent> store, Function<S, D> toStored, Function<D, S> toDomain) {
    this.store = store;
    this.toStored = toStored;
    this.toDomain = toDomain;
  }

  @Override
  public Optional<S> find(String id) {
    return store.find(id).map(toDomain);
  }

  @Override
  public Map<String, S> findAll(Collection<String> ids) {
    Map<String, S> found = new HashMap<>();
    if (!ids.isEmpty()) {
      store.findAll(ids).forEach((id, stored) -> found.put(id, toDomain.apply(stored)));
    }
    return found;
  }

  @Override
  public <R> R change(String id, Function<Optional<S>, Decided<S, R>> decide) {
    return store.change(id, stored -> decision(decide.apply(stored.map(toDomain))));
  }

  @Override
  public <R> List<R> changeAll(Map<String, Function<Optional<S>, Decided<S, R>>> decisions) {
    return changeAll(decisions, false);
  }

  @Override
  public <R> List<R> changeAllNew(Map<String, Function<Optional<S>, Decided<S, R>>> decisions) {
    return changeAll(decisions, true);
  }

  private <R> List<R> changeAll(
      Map<String, Function<Optional<S>, Decided<S, R>>> decisions, boolean probablyNew) {
    List<Change<D, AttendanceEvent, R>> changes = new ArrayList<>(decisions.size());
    decisions.forEach(
        (id, decide) ->
            changes.add(
                new Change<>(
                    id,
                    null,
                    probablyNew,
                    stored -> decision(decide.apply(stored.map(toDomain))))));
    return store.changeAll(changes).stream().map(Optional::orElseThrow).toList();
  }

  /** Those that meet a query on {@code state.*}, in its order. */
  final List<S> query(Query query) {
    return documents(query).stream().map(toDomain).toList();
  }

  /** As {@link #query}, as they are stored. */
  final List<D> documents(Query query) {
    return store.query(query).stream().map(Stored::state).toList();
  }

  /** As {@link #query}, only some parts of what is stored. */
  final <P extends Record> List<P> parts(Query query, Class<P> part) {
    return store.query(query, part);
  }

  /** As {@link #query}, read as it is consumed; close it. */
  final Stream<S> stream(Query query) {
    return store.stream(query).map(Stored::state).map(toDomain);
  }

  final long count(Query query) {
    return store.count(query);
  }

  private <R> Decision<D, AttendanceEvent, R> decision(Decided<S, R> decided) {
    if (decided.erased()) {
      return Decision.erased(decided.events(), decided.result());
    }
    return decided.state() == null
        ? Decision.unchanged(decided.result())
        : Decision.of(toStored.apply(decided.state()), decided.events(), decided.result());
  }
}
