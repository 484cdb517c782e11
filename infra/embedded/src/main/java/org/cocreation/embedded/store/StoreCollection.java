package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cocreation.embedded.store.Lookup.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * A collection over its table of documents. What a query names by {@code _id} or by an indexed
 * field is looked up; the rest of the query filters what was found. Every document that is handed
 * out is the reader's own copy.
 */
final class StoreCollection extends AbstractMongoCollection<Key> {

  private static final int LARGEST_DOCUMENT = 16 << 20;

  private final Table documents;
  private final LongAdder examined;
  private byte @Nullable [] prepared;
  private byte @Nullable [] received;

  StoreCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      Table documents,
      LongAdder examined) {
    super(database, name, options, cursors);
    this.documents = documents;
    this.examined = examined;
  }

  Table documents() {
    return documents;
  }

  /** The matching documents in the order asked for; they are read as the iterator goes on. */
  Iterator<Found> find(Document query, @Nullable Document orderBy, int skip, int limit) {
    Object id = query.get(IdIndex.ID);
    if (isOneValue(id)) {
      return findById(id, query, skip);
    }
    boolean natural = orderBy != null && orderBy.containsKey("$natural");
    Document order = natural ? null : orderBy;
    boolean inOrder = order == null || order.isEmpty();
    Plan plan = natural ? null : plan(query, order, limit > 0);
    Stream<Candidate> union =
        natural || (plan != null && plan.narrows()) ? null : alternatives(query);
    Stream<Found> found;
    if (union != null) {
      found = read(union, query, false);
    } else if (plan != null) {
      found = read(candidates(plan), query, plan.exact());
      inOrder = plan.inOrder();
    } else {
      found = read(everything(natural && isNaturalDescending(orderBy)), query, query.isEmpty());
    }
    if (!inOrder && order != null) {
      DocumentComparator comparator = new DocumentComparator(order);
      found = found.sorted((one, other) -> comparator.compare(one.document(), other.document()));
    }
    if (skip > 0) {
      found = found.skip(skip);
    }
    if (limit > 0) {
      found = found.limit(limit);
    }
    return found.iterator();
  }

  /** True if a query for it means the one document that has it as its {@code _id}. */
  private static boolean isOneValue(@Nullable Object id) {
    return id instanceof String || id instanceof Number || id instanceof ObjectId || id instanceof UUID;
  }

  private Iterator<Found> findById(Object id, Document query, int skip) {
    Key position = KeyWriter.of(id);
    byte[] bytes = documents.get(position);
    if (bytes == null) {
      return Collections.emptyIterator();
    }
    examined.increment();
    Found found = new Found(position, bytes);
    boolean matches = query.size() == 1 || documentMatchesQuery(found.document(), query);
    return matches && skip <= 0
        ? Collections.singleton(found).iterator()
        : Collections.emptyIterator();
  }

  private @Nullable Plan plan(Document query, @Nullable Document orderBy, boolean limited) {
    return Plan.best(lookups(), Conditions.of(query), orderBy, limited);
  }

  private List<Lookup> lookups() {
    List<Lookup> lookups = new ArrayList<>();
    for (Index<Key> index : getIndexes()) {
      if (index instanceof Lookup lookup) {
        lookups.add(lookup);
      }
    }
    return lookups;
  }

  private static Stream<Candidate> candidates(Plan plan) {
    Stream<Candidate> candidates = stream(plan.candidates());
    return plan.lookup().arrays() == 0 ? candidates : onlyOnce(candidates);
  }

  private static Stream<Candidate> onlyOnce(Stream<Candidate> candidates) {
    Set<Key> seen = new HashSet<>();
    return candidates.filter(candidate -> seen.add(candidate.position()));
  }

  /** What the branches of an {@code $or} find, if each of them can be looked up. */
  private @Nullable Stream<Candidate> alternatives(Document query) {
    if (!(query.get("$or") instanceof List<?> branches) || branches.isEmpty()) {
      return null;
    }
    Stream<Candidate> all = Stream.empty();
    for (Object branch : branches) {
      Plan plan = branch instanceof Document document ? plan(document, null, false) : null;
      if (plan == null) {
        return null;
      }
      all = Stream.concat(all, candidates(plan));
    }
    return onlyOnce(all);
  }

  private Stream<Candidate> everything(boolean backwards) {
    Iterator<Table.Entry> entries = documents.entries(null, null, backwards);
    return stream(entries).map(entry -> new Candidate(entry.key(), entry.value()));
  }

  private Stream<Found> read(Stream<Candidate> candidates, Document query, boolean exact) {
    return candidates.mapMulti(
        (candidate, matching) -> {
          byte[] bytes = candidate.document();
          boolean asWhenAsked = bytes != null;
          if (bytes == null) {
            bytes = documents.get(candidate.position());
          }
          if (bytes != null) {
            examined.increment();
            Found found = new Found(candidate.position(), bytes);
            // What an index led to may have changed by the time that a cursor gets to it.
            if ((exact && asWhenAsked) || documentMatchesQuery(found.document(), query)) {
              matching.accept(found);
            }
          }
        });
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int numberToSkip,
      int limit,
      int batchSize,
      @Nullable Document fieldSelector) {
    Iterable<Document> matching =
        () -> {
          Iterator<Found> found = find(query, orderBy, numberToSkip, limit);
          return stream(found)
              .map(Found::document)
              .map(document -> project(document, fieldSelector))
              .iterator();
        };
    return new QueryResult(matching);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int numberToSkip,
      int numberToReturn,
      int batchSize,
      @Nullable Document fieldSelector) {
    return queryDocuments(query, orderBy, numberToSkip, numberToReturn, batchSize, fieldSelector);
  }

  /** Only the fields asked for; all if none are named. */
  Document project(Document document, @Nullable Document fields) {
    if (fields == null || fields.isEmpty()) {
      return document;
    }
    return matchDocumentsFromStream(new Document(), Stream.of(document), 0, 0, 0, null, fields)
        .iterator()
        .next();
  }

  @Override
  public int count(@Nullable Document query, int skip, int limit) {
    if (query == null || query.isEmpty()) {
      return super.count(query, skip, limit);
    }
    Plan plan = plan(query, null, false);
    Stream<?> matching =
        plan != null && plan.exact() ? candidates(plan) : stream(find(query, null, 0, 0));
    matching = matching.skip(Math.max(0, skip));
    return (int) (limit > 0 ? matching.limit(limit) : matching).count();
  }

  @Override
  public int count() {
    return (int) documents.size();
  }

  @Override
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  @Override
  public void addIndex(Index<Key> index) {
    try {
      super.addIndex(index);
    } catch (IndexBuildFailedException e) {
      ((SortedIndex) index).clear();
      throw e;
    }
    if (index instanceof SortedIndex sorted && getIndexes().contains(index)) {
      sorted.built();
    }
  }

  @Override
  public void removeDocument(Document document) {
    Key position = getIdField() == null ? findDocumentPosition(document) : positionOf(document);
    if (position == null) {
      return;
    }
    for (Index<Key> index : getIndexes()) {
      index.remove(document);
    }
    removeDocument(position);
  }

  private Key positionOf(Document document) {
    return KeyWriter.of(document.get(getIdField()));
  }

  /**
   * Inserts a document.
   *
   * @param encoded its BSON, if there is one already
   */
  void insert(Document document, byte @Nullable [] encoded) {
    received = document.containsKey(IdIndex.ID) ? encoded : null;
    try {
      addDocument(document);
    } finally {
      received = null;
    }
  }

  @Override
  protected Key addDocumentInternal(Document document) {
    Key position = getIdField() == null ? KeyWriter.of(UUID.randomUUID()) : positionOf(document);
    byte[] bytes = received;
    documents.put(position, bytes == null ? encoded(document) : notTooLarge(bytes));
    return position;
  }

  /**
   * Updates. What a {@link DirectUpdate} can do to the one document that is meant is done here; the
   * rest, and every refusal, is the library's.
   */
  @Override
  public Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean isMulti,
      boolean isUpsert,
      Oplog oplog) {
    DirectUpdate direct = isMulti ? null : DirectUpdate.of(update);
    Document result = direct == null ? null : updateOne(selector, direct, isUpsert);
    return result == null
        ? super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog)
        : result;
  }

  private @Nullable Document updateOne(Document selector, DirectUpdate update, boolean upsert) {
    Iterator<Found> matching = find(selector, null, 0, 0);
    if (matching.hasNext()) {
      Found found = matching.next();
      Document before = found.document();
      Document after = update.applyTo(before, false);
      if (after == null) {
        return null;
      }
      if (after != before) {
        replace(found.position(), before, after);
      }
      return new Document("n", 1).append("nModified", after == before ? 0 : 1);
    } else if (!upsert) {
      return new Document("n", 0).append("nModified", 0);
    }
    Document begun = DirectUpdate.begunBy(selector);
    Document inserted = begun == null ? null : update.applyTo(begun, true);
    if (inserted == null) {
      return null;
    }
    addDocument(inserted);
    return new Document("n", 0)
        .append("nModified", 0)
        .append("upserted", inserted.get(IdIndex.ID));
  }

  private void replace(Key position, Document before, Document after) {
    for (Index<Key> index : getIndexes()) {
      index.checkUpdate(before, after, this);
    }
    for (Index<Key> index : getIndexes()) {
      index.updateInPlace(before, after, position, this);
    }
    handleUpdate(position, before, after);
  }

  @Override
  protected void handleUpdate(Key position, Document oldDocument, Document newDocument) {
    byte[] bytes = prepared;
    prepared = null;
    documents.put(position, bytes == null ? encoded(newDocument) : bytes);
  }

  /** Encodes the document of an update, so that one that cannot be kept changes no index. */
  void prepare(Document newDocument) {
    prepared = encoded(newDocument);
  }

  private static byte[] encoded(Document document) {
    return notTooLarge(BsonWriter.document(document));
  }

  private static byte[] notTooLarge(byte[] bytes) {
    if (bytes.length > LARGEST_DOCUMENT) {
      throw new MongoServerError(10334, "BSONObjectTooLarge", "The document exceeds 16 MB");
    }
    return bytes;
  }

  @Override
  protected void removeDocument(Key position) {
    documents.remove(position);
  }

  @Override
  protected Document getDocument(Key position) {
    byte[] bytes = documents.get(position);
    if (bytes == null) {
      throw new IllegalStateException("There is no document at " + position);
    }
    return BsonReader.document(bytes);
  }

  @Override
  protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
    return stream(documents.entries(null, null, false))
        .map(entry -> new DocumentWithPosition<>(BsonReader.document(entry.value()), entry.key()));
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int sizeDelta) {
    // counted when it is asked for
  }

  @Override
  protected int getDataSize() {
    long size = 0;
    Iterator<Table.Entry> entries = documents.entries(null, null, false);
    while (entries.hasNext()) {
      size += entries.next().value().length;
    }
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  @Override
  public String toString() {
    return "StoreCollection[" + Utils.getCollectionNameFromFullName(getFullName()) + "]";
  }
}
