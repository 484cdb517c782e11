package org.cocreation.messaging;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bson.Document;
import org.cocreation.messaging.RelayQueue.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.QueryMapper;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Makes the stores of a service's aggregates; a bean.
 *
 * <p>Indexes are made before the first write, so that a unique index holds from the first document
 * on; a store that is away at start is asked again when it is needed.
 */
public final class AggregateStores {

  private final PromptDatabase database;
  private final MongoTemplate operations;
  private final MongoTemplate streams;
  private final StateMapping mapping;
  private final QueryMapper queries;
  private final Outbox outbox;
  private final SavedEvents savedEvents;
  private final Milestones milestones;
  private final Map<String, List<IndexDefinition>> collections = new ConcurrentHashMap<>();
  private final Set<String> ready = ConcurrentHashMap.newKeySet();

  AggregateStores(
      PromptDatabase database,
      StateMapping mapping,
      Outbox outbox,
      SavedEvents savedEvents,
      Milestones milestones) {
    this.database = database;
    this.operations = new MongoTemplate(database, mapping.converter());
    this.streams = new MongoTemplate(database.unhurried(), mapping.converter());
    this.mapping = mapping;
    this.queries = new QueryMapper(mapping.converter());
    this.outbox = outbox;
    this.savedEvents = savedEvents;
    this.milestones = milestones;
  }

  /**
   * The store of one kind of aggregate; call it once for each collection, where the bean is made.
   *
   * @param collection a plural in the domain's words, {@code registrations}
   * @param state the domain's record
   * @param announcer says how the domain's events are told to others
   * @param indexes on {@code state.*} fields, named in full
   */
  public <S, E> AggregateStore<S, E> of(
      String collection, Class<S> state, Announcer<E> announcer, IndexDefinition... indexes) {
    List<IndexDefinition> all = new ArrayList<>(List.of(indexes));
    all.add(new Index().on("outbox.occurredAt", Sort.Direction.ASC).sparse().named("outbox"));
    if (collections.putIfAbsent(collection, all) != null) {
      throw new IllegalArgumentException("There is already a store of " + collection);
    }
    return new AggregateStore<>(
        collection,
        announcer,
        this,
        new AggregateDocuments<>(() -> collection(collection), mapping.codecs(), state));
  }

  /** The collections that have outboxes. */
  Collection<String> names() {
    return List.copyOf(collections.keySet());
  }

  MongoCollection<Document> collection(String name) {
    return operations.getCollection(name);
  }

  MongoOperations operations() {
    return operations;
  }

  /** The collection, for what is read bit by bit. */
  MongoCollection<Document> unhurried(String name) {
    return streams.getCollection(name);
  }

  /** A query's conditions, with the domain's values as they are stored. */
  Document filter(Query query) {
    return queries.getMappedObject(query.getQueryObject(), (MongoPersistentEntity<?>) null);
  }

  Document sort(Query query) {
    return queries.getMappedSort(query.getSortObject(), null);
  }

  /** How long whoever waits now is kept waiting at most; null if nobody waits. */
  @Nullable Duration bound() {
    return database.bound();
  }

  Outbox outbox() {
    return outbox;
  }

  Milestones milestones() {
    return milestones;
  }

  void saved(List<Waiting> outboxes) {
    if (!outboxes.isEmpty()) {
      savedEvents.saved(outboxes);
    }
  }

  void ensureReady(String collection) {
    if (ready.contains(collection)) {
      return;
    }
    for (IndexDefinition index : collections.getOrDefault(collection, List.of())) {
      operations.indexOps(collection).createIndex(index);
    }
    ready.add(collection);
  }

  <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (MongoException trouble) {
      RuntimeException translated =
          operations
              .getMongoDatabaseFactory()
              .getExceptionTranslator()
              .translateExceptionIfPossible(trouble);
      throw translated == null ? trouble : translated;
    }
  }
}
