package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
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

  /** A document that matches; it is decoded when it is looked at. */
  static final class Found {
    private final byte[] bytes;
    private @Nullable Document document;

    private Found(byte[] bytes) {
      this.bytes = bytes;
    }

    Document document() {
      Document decoded = document;
      if (decoded == null) {
        decoded = BsonReader.document(bytes);
        document = decoded;
      }
      return decoded;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** The matching documents in the order asked for; they are read as the iterator goes on. */
  Iterator<Found> find(Document query, @Nullable Document orderBy, int skip, int limit) {
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
            Found found = new Found(bytes);
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

  @Override
  protected Key addDocumentInternal(Document document) {
    Key position = getIdField() == null ? KeyWriter.of(UUID.randomUUID()) : positionOf(document);
    documents.put(position, encoded(document));
    return position;
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
    byte[] bytes = BsonWriter.document(document);
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
