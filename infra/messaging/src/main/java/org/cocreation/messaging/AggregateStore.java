package org.cocreation.messaging;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.cocreation.messaging.AggregateDocuments.Loaded;
import org.cocreation.messaging.AggregateDocuments.Write;
import org.cocreation.messaging.RelayQueue.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * One kind of aggregate: loads it, lets the domain decide, and saves the new state together with
 * the events in one document write.
 *
 * <p>Racers for one aggregate never lose an update: in one process they queue, between processes
 * the later one decides again on what the earlier one left. What is saved is sent, also after a
 * crash. Methods throw Spring's {@code DataAccessException} when the store is away.
 *
 * <p>Instants are kept to the millisecond.
 *
 * @param <S> the state, a record of the domain
 * @param <E> the family of events of the domain
 */
public final class AggregateStore<S, E> {

  private static final int ATTEMPTS = 20;
  private static final int CHANGES_AT_ONCE = 1_000;
  private static final int TIMES_TOGETHER = 2;

  private final String collection;
  private final Announcer<E> announcer;
  private final AggregateStores stores;
  private final AggregateDocuments<S> documents;
  private final StripedLocks locks;

  AggregateStore(
      String collection,
      Announcer<E> announcer,
      AggregateStores stores,
      AggregateDocuments<S> documents) {
    this.collection = collection;
    this.announcer = announcer;
    this.stores = stores;
    this.documents = documents;
    this.locks = new StripedLocks(stores::bound);
  }

  /** The aggregate's state, if it exists and was not erased. */
  public Optional<S> find(String id) {
    return findStored(id).map(Stored::state);
  }

  /** The aggregate's state and version, if it exists and was not erased. */
  public Optional<Stored<S>> findStored(String id) {
    return stores.translated(() -> Optional.ofNullable(documents.find(id)));
  }

  /** The states of those that exist, by id. */
  public Map<String, S> findAll(Collection<String> ids) {
    Map<String, S> states = new HashMap<>();
    stores
        .translated(() -> documents.find(ids))
        .forEach((id, stored) -> states.put(id, stored.state()));
    return states;
  }

  /**
   * The aggregates that meet a query on {@code state.*} fields, in its order and up to its limit.
   * Values may be the domain's own (ids, instants); page by a condition on the last one's sort key.
   */
  public List<Stored<S>> query(Query query) {
    return stores.translated(
        () -> {
          List<Stored<S>> found = new ArrayList<>();
          for (Loaded<S> one : found(stores.collection(collection), query)) {
            found.add(Objects.requireNonNull(one.stored()));
          }
          return found;
        });
  }

  /**
   * As {@link #query(Query)}, of which only some parts are needed: what the rest holds is not
   * decoded.
   *
   * @param part a record with some of the state's components, by the same names
   */
  public <P extends Record> List<P> query(Query query, Class<P> part) {
    return stores.translated(
        () -> {
          List<P> found = new ArrayList<>();
          for (Loaded<P> one :
              documents
                  .as(part)
                  .find(
                      stores.collection(collection),
                      stores.filter(query),
                      stores.sort(query),
                      query)) {
            found.add(Objects.requireNonNull(one.state()));
          }
          return found;
        });
  }

  /** As {@link #query(Query)} but read as it is consumed; close it. */
  public Stream<Stored<S>> stream(Query query) {
    MongoCursor<Loaded<S>> cursor =
        stores.translated(() -> found(stores.unhurried(collection), query).cursor());
    Iterator<Stored<S>> found =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return stores.translated(cursor::hasNext);
          }

          @Override
          public Stored<S> next() {
            return Objects.requireNonNull(stores.translated(cursor::next).stored());
          }
        };
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(found, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(cursor::close);
  }

  private FindIterable<Loaded<S>> found(MongoCollection<Document> from, Query query) {
    return documents.find(from, stores.filter(query), stores.sort(query), query);
  }

  /** How many aggregates meet a query on {@code state.*} fields. */
  public long count(Query query) {
    return stores.operations().count(ofState(query), collection);
  }

  /** Whether any aggregate meets a query on {@code state.*} fields. */
  public boolean exists(Query query) {
    return stores.operations().exists(ofState(query), collection);
  }

  /**
   * Loads the aggregate, decides, and saves state and events in one write; after a conflict it
   * loads and decides again.
   *
   * @param decide pure, as it may be asked again
   * @throws ConcurrentChangeException when others were there first each time
   * @throws org.springframework.dao.DuplicateKeyException when a unique index of the state refuses
   *     the new state
   */
  public <R> R change(String id, Function<Optional<S>, Decision<S, E, R>> decide) {
    return one(new Change<>(id, null, decide), null).get(0).get();
  }

  /**
   * As {@link #change(String, Function)}, for an aggregate that is not there yet, as a rule: it is
   * written without being read, and read only if it is there after all, or nothing is to change.
   */
  public <R> R create(String id, Function<Optional<S>, Decision<S, E, R>> decide) {
    return one(Change.ofNew(id, null, decide), null).get(0).get();
  }

  /**
   * As {@link #change(String, Function)}, for someone who has read a certain version.
   *
   * @throws StaleVersionException when the aggregate is at another version
   */
  public <R> R change(
      String id, long expectedVersion, Function<Optional<S>, Decision<S, E, R>> decide) {
    return one(new Change<>(id, null, decide), expectedVersion).get(0).get();
  }

  /**
   * As {@link #change(String, Function)}, but once for each cause: the cause is remembered in the
   * same write.
   *
   * <p>A decision that changes nothing is remembered too, without a new version, if the aggregate
   * exists.
   *
   * @param cause the id of the event that asks for it
   * @return empty when that cause was seen before
   */
  public <R> Optional<R> changeOnce(
      String id, String cause, Function<Optional<S>, Decision<S, E, R>> decide) {
    return one(new Change<>(id, cause, decide), null).get(0).result();
  }

  /**
   * As {@link #change(String, Function)}, and remembers in the same write for which request. When
   * the request comes again because its answer was lost, {@link #wasChangedFor} tells that its
   * effect is there. Unlike a cause, a request may change an aggregate more than once.
   *
   * @param request its id, the same each time it comes
   */
  public <R> R changeFor(
      String request, String id, Function<Optional<S>, Decision<S, E, R>> decide) {
    Change<S, E, R> change = new Change<>(id, null, decide);
    return stores
        .translated(() -> locks.with(id, () -> attempt(id, List.of(change), null, request)))
        .get(0)
        .get();
  }

  /** Whether {@link #changeFor} has changed it for this request. */
  public boolean wasChangedFor(String request, String id) {
    return stores.translated(() -> documents.load(id).seen().contains(request));
  }

  /**
   * Many changes at once: the aggregates are loaded together, the changes of each are decided in
   * their order in memory, and everything is saved in one bulk write. Aggregates that somebody else
   * changed meanwhile are done again together, and if need be by themselves.
   *
   * <p>Each aggregate is all or nothing. A decision that throws stops it before its slice of 1,000
   * aggregates is written; earlier slices stay, so give each change its cause and do it again.
   *
   * @return the results in the order of the changes; empty where the cause was seen before
   */
  public <R> List<Optional<R>> changeAll(List<Change<S, E, R>> changes) {
    Map<String, List<Integer>> byId = new LinkedHashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      byId.computeIfAbsent(changes.get(i).id(), id -> new ArrayList<>(1)).add(i);
    }
    List<@Nullable Outcome<R>> outcomes =
        new ArrayList<>(java.util.Collections.nCopies(changes.size(), null));
    List<String> ids = new ArrayList<>(byId.keySet());
    for (int from = 0; from < ids.size(); from += CHANGES_AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(from + CHANGES_AT_ONCE, ids.size()));
      stores.translated(
          () -> locks.withAll(some, () -> changeTogether(some, byId, changes, outcomes)));
    }
    List<Optional<R>> results = new ArrayList<>(outcomes.size());
    outcomes.forEach(outcome -> results.add(Objects.requireNonNull(outcome).result()));
    return results;
  }

  private <R> boolean changeTogether(
      List<String> ids,
      Map<String, List<Integer>> byId,
      List<Change<S, E, R>> changes,
      List<@Nullable Outcome<R>> outcomes) {
    stores.ensureReady(collection);
    Map<String, List<Change<S, E, R>>> left = new LinkedHashMap<>();
    for (String id : ids) {
      left.put(id, Objects.requireNonNull(byId.get(id)).stream().map(changes::get).toList());
    }
    for (int time = 0; time < TIMES_TOGETHER && !left.isEmpty(); time++) {
      boolean first = time == 0;
      Map<String, Folded<S, R>> done = saveTogether(left, first);
      done.forEach(
          (id, folded) -> keep(Objects.requireNonNull(byId.get(id)), folded.outcomes(), outcomes));
      left.keySet().removeAll(done.keySet());
    }
    left.forEach(
        (id, own) ->
            keep(Objects.requireNonNull(byId.get(id)), attempt(id, own, null, null), outcomes));
    return true;
  }

  /**
   * Loads, decides and saves.
   *
   * @param trusting takes what is probably new for new
   * @return what was saved, or is so already; the others have to be done again
   */
  private <R> Map<String, Folded<S, R>> saveTogether(
      Map<String, List<Change<S, E, R>>> changes, boolean trusting) {
    Set<String> taken = new HashSet<>();
    if (trusting) {
      changes.forEach(
          (id, own) -> {
            if (own.get(0).probablyNew()) {
              taken.add(id);
            }
          });
    }
    Map<String, Loaded<S>> loaded =
        taken.size() == changes.size()
            ? Map.of()
            : documents.load(changes.keySet().stream().filter(id -> !taken.contains(id)).toList());
    Map<String, Folded<S, R>> done = new LinkedHashMap<>();
    List<Folded<S, R>> unsaved = new ArrayList<>(changes.size());
    changes.forEach(
        (id, own) -> {
          Folded<S, R> folded = fold(loaded.getOrDefault(id, Loaded.absent(id)), own, null);
          if (!folded.write().isEmpty()) {
            unsaved.add(folded);
          } else if (!taken.contains(id)) {
            done.put(id, folded);
          }
        });
    if (unsaved.isEmpty()) {
      return done;
    }
    stores.milestones().reached(Milestone.BEFORE_SAVE);
    Set<Integer> refused = documents.write(unsaved.stream().map(Folded::write).toList());
    stores.milestones().reached(Milestone.SAVED);
    List<Waiting> outboxes = new ArrayList<>(unsaved.size());
    for (int i = 0; i < unsaved.size(); i++) {
      if (!refused.contains(i)) {
        Folded<S, R> saved = unsaved.get(i);
        outboxes.addAll(outbox(saved.write()));
        done.put(saved.write().base().id(), saved);
      }
    }
    stores.saved(outboxes);
    return done;
  }

  private static <R> void keep(
      List<Integer> indexes, List<Outcome<R>> own, List<@Nullable Outcome<R>> outcomes) {
    for (int i = 0; i < indexes.size(); i++) {
      outcomes.set(indexes.get(i), own.get(i));
    }
  }

  private <R> List<Outcome<R>> one(Change<S, E, R> change, @Nullable Long expectedVersion) {
    return stores.translated(
        () ->
            locks.with(
                change.id(), () -> attempt(change.id(), List.of(change), expectedVersion, null)));
  }

  private <R> List<Outcome<R>> attempt(
      String id,
      List<Change<S, E, R>> changes,
      @Nullable Long expectedVersion,
      @Nullable String request) {
    stores.ensureReady(collection);
    if (changes.get(0).probablyNew()) {
      Folded<S, R> folded = fold(Loaded.absent(id), changes, request);
      if (!folded.write().isEmpty() && saved(folded.write())) {
        return folded.outcomes();
      }
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        LockSupport.parkNanos(
            ThreadLocalRandom.current().nextLong(1_000_000L, 2_000_000L * (attempt + 1)));
      }
      Loaded<S> loaded = documents.load(id);
      if (expectedVersion != null && loaded.version() != expectedVersion) {
        throw new StaleVersionException(collection, id, expectedVersion, loaded.version());
      }
      Folded<S, R> folded = fold(loaded, changes, request);
      if (folded.write().isEmpty()) {
        return folded.outcomes();
      }
      if (saved(folded.write())) {
        return folded.outcomes();
      }
    }
    throw new ConcurrentChangeException(collection, id, ATTEMPTS);
  }

  private boolean saved(Write<S> write) {
    stores.milestones().reached(Milestone.BEFORE_SAVE);
    if (!documents.write(write)) {
      return false;
    }
    stores.milestones().reached(Milestone.SAVED);
    stores.saved(outbox(write));
    return true;
  }

  private <R> Folded<S, R> fold(
      Loaded<S> loaded, List<Change<S, E, R>> changes, @Nullable String request) {
    Optional<S> state = Optional.ofNullable(loaded.state());
    boolean changed = false;
    List<OutboxEntry> entries = new ArrayList<>(1);
    List<String> causes = new ArrayList<>(1);
    Set<String> also = changes.size() == 1 ? Set.of() : new HashSet<>();
    List<Outcome<R>> outcomes = new ArrayList<>(changes.size());
    for (Change<S, E, R> change : changes) {
      String cause = change.cause();
      if (cause != null) {
        if (loaded.seen().contains(cause) || also.contains(cause)) {
          outcomes.add(new Outcome<>(true, null));
          continue;
        }
        causes.add(cause);
        if (changes.size() > 1) {
          also.add(cause);
        }
      }
      Decision<S, E, R> decision = change.decide().apply(state);
      if (decision.changes()) {
        changed = true;
        state = Optional.ofNullable(decision.state());
        stores.outbox().add(entries, announcer, decision.events(), cause);
      }
      outcomes.add(new Outcome<>(false, decision.result()));
    }
    if (request != null && changed && !loaded.seen().contains(request)) {
      causes.add(request);
    }
    return new Folded<>(
        new Write<>(loaded, changed, state.orElse(null), entries, causes), outcomes);
  }

  /** What of a write waits to be sent; its entries unless others wait besides. */
  private List<Waiting> outbox(Write<S> write) {
    return write.entries().isEmpty()
        ? List.of()
        : List.of(
            new Waiting(
                new OutboxAddress(collection, write.base().id()),
                write.base().nothingWaits() ? write.entries() : null));
  }

  private static Query ofState(Query query) {
    if (AggregateDocuments.asksForState(query.getQueryObject())) {
      return query;
    }
    Query own = Query.of(query);
    own.addCriteria(Criteria.where("state").exists(true));
    return own;
  }

  private record Folded<S, R>(Write<S> write, List<Outcome<R>> outcomes) {}

  private record Outcome<R>(boolean alreadySeen, @Nullable R value) {

    Optional<R> result() {
      return Optional.ofNullable(value);
    }

    @SuppressWarnings("NullAway") // what was decided, and decisions have results
    R get() {
      return value;
    }
  }
}
