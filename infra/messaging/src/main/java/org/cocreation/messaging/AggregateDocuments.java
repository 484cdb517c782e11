package org.cocreation.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The documents of one kind of aggregate: {@code {_id, version, state, outbox, seen}}.
 *
 * <p>{@code state} is a part of its own, so that the relay's {@code $pull} and an aggregate's
 * {@code $set} never undo each other; only a change of the aggregate moves {@code version}.
 */
final class AggregateDocuments<S> {

  /**
   * How many causes an aggregate remembers. A cause comes again only from what was not yet
   * committed when a consumer stopped, at most a poll of 500 records, or from a relay's last batch,
   * of at most 1,000 aggregates. Replaying a topic from its start stays harmless as long as an
   * aggregate has fewer causes than this; where one has more, its handler goes by the source's
   * revision.
   */
  static final int SEEN_KEPT = 1_000;

  private static final int IDS_AT_ONCE = 1_000;
  private static final Long UNBOUNDED = -1L;
  private static final Set<String> BOUNDS = Set.of("$gt", "$gte", "$lt", "$lte");
  private static final Bson STATE = Projections.include("version", "state");

  private final Supplier<MongoCollection<Document>> collection;
  private final CodecRegistry codecs;
  private final Codec<S> states;
  private final Codec<OutboxEntry> entries;
  private final Class<Loaded<S>> aggregate;
  private final Map<Long, MongoCollection<Document>> withCodecs = new ConcurrentHashMap<>();
  private final Map<Class<?>, AggregateDocuments<?>> parts = new ConcurrentHashMap<>();

  AggregateDocuments(
      Supplier<MongoCollection<Document>> collection, CodecRegistry states, Class<S> stateType) {
    this.collection = collection;
    this.states = states.get(stateType);
    this.entries = states.get(OutboxEntry.class);
    AggregateCodec<S> codec = new AggregateCodec<>(this.states);
    codecs = CodecRegistries.fromRegistries(CodecRegistries.fromCodecs(codec), states);
    aggregate = codec.getEncoderClass();
  }

  /** An aggregate as it was read; {@code version} is 0 when there is no document yet. */
  record Loaded<S>(
      String id, long version, @Nullable S state, Set<String> seen, boolean nothingWaits) {

    static <S> Loaded<S> absent(String id) {
      return new Loaded<>(id, 0, null, Set.of(), true);
    }

    @Nullable Stored<S> stored() {
      return state == null ? null : new Stored<>(state, version);
    }
  }

  /** One write of one aggregate. Without a change, only the causes are remembered. */
  record Write<S>(
      Loaded<S> base,
      boolean changes,
      @Nullable S state,
      List<OutboxEntry> entries,
      List<String> causes) {

    /** What it comes to is already stored. */
    boolean isEmpty() {
      return !changes && (causes.isEmpty() || base.version() == 0);
    }
  }

  /** The same documents, of whose states only what a smaller record has is read. */
  @SuppressWarnings("unchecked") // each type has its own
  <P extends Record> AggregateDocuments<P> as(Class<P> part) {
    return (AggregateDocuments<P>)
        parts.computeIfAbsent(part, type -> new AggregateDocuments<>(collection, codecs, part));
  }

  Loaded<S> load(String id) {
    Loaded<S> found = read(collection.get()).find(Filters.eq("_id", id)).first();
    return found == null ? Loaded.absent(id) : found;
  }

  Map<String, Loaded<S>> load(Collection<String> ids) {
    Map<String, Loaded<S>> loaded = new HashMap<>();
    for (List<String> some : slices(ids)) {
      read(collection.get())
          .find(Filters.in("_id", some))
          .batchSize(some.size())
          .forEach(found -> loaded.put(found.id(), found));
    }
    return loaded;
  }

  @Nullable Stored<S> find(String id) {
    Loaded<S> found = read(collection.get()).find(Filters.eq("_id", id)).projection(STATE).first();
    return found == null ? null : found.stored();
  }

  Map<String, Stored<S>> find(Collection<String> ids) {
    Map<String, Stored<S>> stored = new HashMap<>();
    for (List<String> some : slices(ids)) {
      read(collection.get())
          .find(Filters.in("_id", some))
          .projection(STATE)
          .batchSize(some.size())
          .forEach(
              found -> {
                Stored<S> one = found.stored();
                if (one != null) {
                  stored.put(found.id(), one);
                }
              });
    }
    return stored;
  }

  /**
   * The aggregates that meet a query and have a state.
   *
   * @param from this collection, by a connection that is right for how they are read
   * @param filter mapped, and {@code sort} too
   */
  FindIterable<Loaded<S>> find(
      MongoCollection<Document> from, Document filter, Document sort, Query limits) {
    Document withState =
        asksForState(filter)
            ? filter
            : new Document(filter).append("state", new Document("$exists", true));
    FindIterable<Loaded<S>> found =
        read(from)
            .find(withState)
            .projection(STATE)
            .limit(limits.getLimit())
            .skip((int) limits.getSkip());
    return sort.isEmpty() ? found : found.sort(sort);
  }

  /**
   * Whether only aggregates with a state can meet it, because a field of the state has to have a
   * value. To ask for a state besides would keep a store from counting by an index alone.
   */
  static boolean asksForState(Document filter) {
    return filter.entrySet().stream()
        .anyMatch(field -> field.getKey().startsWith("state.") && isValue(field.getValue()));
  }

  private static boolean isValue(@Nullable Object demanded) {
    if (demanded instanceof Document operators) {
      return operators.entrySet().stream()
          .anyMatch(
              operator ->
                  (BOUNDS.contains(operator.getKey()) && operator.getValue() != null)
                      || (operator.getKey().equals("$in")
                          && operator.getValue() instanceof Collection<?> values
                          && values.stream().allMatch(Objects::nonNull)));
    }
    return demanded != null;
  }

  private MongoCollection<Loaded<S>> read(MongoCollection<Document> from) {
    return withCodecs(from).withDocumentClass(aggregate);
  }

  /**
   * The collection with the codecs of the states. The driver makes them anew for each collection
   * that is given them, so such a collection is kept, one for each bound on how long it may take.
   */
  private MongoCollection<Document> withCodecs(MongoCollection<Document> from) {
    Long bound = from.getTimeout(TimeUnit.MILLISECONDS);
    return withCodecs.computeIfAbsent(
        bound == null ? UNBOUNDED : bound, any -> from.withCodecRegistry(codecs));
  }

  private MongoCollection<RawBsonDocument> writing() {
    return collection.get().withDocumentClass(RawBsonDocument.class);
  }

  private WriteEncoder<S> encoder() {
    return new WriteEncoder<>(states, entries);
  }

  /**
   * Writes one aggregate.
   *
   * @return false when somebody else was there first
   * @throws MongoWriteException also when a unique index of the state refuses it
   */
  boolean write(Write<S> write) {
    if (write.base().version() == 0) {
      try {
        writing().insertOne(encoder().inserted(write));
        return true;
      } catch (MongoWriteException refused) {
        if (isTakenId(refused.getError().getCategory(), refused.getError().getMessage())) {
          return false;
        }
        throw refused;
      }
    }
    WriteEncoder<S> encoder = encoder();
    return writing().updateOne(encoder.expected(write), encoder.updated(write)).getMatchedCount()
        == 1;
  }

  /**
   * Writes many aggregates in one go.
   *
   * <p>An update whose version has moved turns, by way of {@code upsert}, into an insert of an id
   * that is taken: so each conflict comes back as an error with its index, where a plain update
   * would only lower a total. Documents are never deleted, so such an insert can't succeed.
   *
   * @return the indexes of the writes that were refused, to be done again one by one
   */
  Set<Integer> write(List<Write<S>> writes) {
    List<WriteModel<RawBsonDocument>> models = new ArrayList<>(writes.size());
    UpdateOptions upsert = new UpdateOptions().upsert(true);
    WriteEncoder<S> encoder = encoder();
    for (Write<S> write : writes) {
      models.add(
          write.base().version() == 0
              ? new InsertOneModel<>(encoder.inserted(write))
              : new UpdateOneModel<>(encoder.expected(write), encoder.updated(write), upsert));
    }
    try {
      writing().bulkWrite(models, new BulkWriteOptions().ordered(false));
      return Set.of();
    } catch (MongoBulkWriteException refused) {
      if (refused.getWriteConcernError() != null) {
        throw refused;
      }
      Set<Integer> again = new HashSet<>();
      refused
          .getWriteErrors()
          .forEach(
              error -> {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                  throw refused;
                }
                again.add(error.getIndex());
              });
      return again;
    }
  }

  static boolean isTakenId(ErrorCategory category, String message) {
    return category == ErrorCategory.DUPLICATE_KEY
        && (message.contains("_id_")
            || message.contains("{ _id:")
            || message.contains("index: _id"));
  }

  private static List<List<String>> slices(Collection<String> ids) {
    List<String> distinct = ids.stream().distinct().toList();
    List<List<String>> slices = new ArrayList<>();
    for (int from = 0; from < distinct.size(); from += IDS_AT_ONCE) {
      slices.add(distinct.subList(from, Math.min(from + IDS_AT_ONCE, distinct.size())));
    }
    return slices;
  }
}
