package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection over its table of documents, which a {@link Search} finds. Every document that is
 * handed out is the reader's own copy.
 */
final class StoreCollection extends AbstractMongoCollection<Key> {

  private final Table documents;
  private final Search search;
  private volatile List<SortedIndex> sortedIndexes = List.of();
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
    this.search = new Search(documents, getIndexes(), this::documentMatchesQuery, examined);
  }

  Table documents() {
    return documents;
  }

  /** The matching documents in the order asked for; they are read as the iterator goes on. */
  Iterator<Found> find(Document query, @Nullable Document orderBy, int skip, int limit) {
    return search.find(query, orderBy, skip, limit);
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
          return Search.stream(found)
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
    return search.count(query, skip, limit);
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
    knowIndexes();
  }

  @Override
  public void dropIndex(String name) {
    super.dropIndex(name);
    knowIndexes();
  }

  private void knowIndexes() {
    sortedIndexes =
        getIndexes().stream()
            .filter(SortedIndex.class::isInstance)
            .map(SortedIndex.class::cast)
            .toList();
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
   * Prepares a document to be inserted. It needs no lock: should the indexes be others by then, it
   * is prepared anew.
   *
   * @param encoded its BSON, if there is one already
   */
  Insertion prepare(Document document, byte @Nullable [] encoded) {
    return Insertion.of(document, encoded, sortedIndexes);
  }

  /** Begins to insert documents; the collection is to be locked until it is closed. */
  Inserts inserts() {
    return new Inserts(this, sortedIndexes);
  }

  /** Says that there is a document with the same {@code _id}. */
  DuplicateKeyError duplicateId(Document document) {
    KeyValue id = new KeyValue(document.get(IdIndex.ID));
    return getIndexes().stream()
        .filter(IdIndex.class::isInstance)
        .findFirst()
        .map(index -> new DuplicateKeyError(index, this, index.getKeys(), id))
        .orElseGet(() -> new DuplicateKeyError(this, "_id_"));
  }

  @Override
  public void addDocument(Document document) {
    if (!IdIndex.ID.equals(getIdField())) {
      // one of the library's own, which has another key or none
      super.addDocument(document);
      return;
    }
    try (Inserts inserts = inserts()) {
      inserts.insert(prepare(document, null));
    }
  }

  @Override
  protected Key addDocumentInternal(Document document) {
    Key position = getIdField() == null ? KeyWriter.of(UUID.randomUUID()) : positionOf(document);
    documents.put(position, Insertion.encoded(document));
    return position;
  }

  /**
   * Updates. What a {@link DirectUpdate} can do is done here; the rest, and every refusal, is the
   * library's.
   */
  @Override
  public Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean isMulti,
      boolean isUpsert,
      Oplog oplog) {
    DirectUpdate direct = isMulti && isUpsert ? null : DirectUpdate.of(update);
    Document result =
        direct == null
            ? null
            : isMulti
                ? updateAll(selector, direct, update, oplog)
                : updateOne(selector, direct, isUpsert);
    return result == null
        ? super.updateDocuments(
            selector, Encoded.decoded(update), arrayFilters, isMulti, isUpsert, oplog)
        : result;
  }

  private Document updateAll(Document selector, DirectUpdate direct, Document update, Oplog oplog) {
    int matched = 0;
    int modified = 0;
    Iterator<Found> matching = find(selector, null, 0, 0);
    while (matching.hasNext()) {
      Found found = matching.next();
      matched++;
      Boolean changed = changed(found, direct);
      if (changed == null) {
        Document alone = new Document(IdIndex.ID, found.document().get(IdIndex.ID));
        Document result =
            super.updateDocuments(
                alone, Encoded.decoded(update), ArrayFilters.empty(), false, false, oplog);
        modified += Fields.number(result, "nModified");
      } else if (changed) {
        modified++;
      }
    }
    return new Document("n", matched).append("nModified", modified);
  }

  private @Nullable Document updateOne(Document selector, DirectUpdate update, boolean upsert) {
    Iterator<Found> matching = find(selector, null, 0, 0);
    if (matching.hasNext()) {
      Boolean changed = changed(matching.next(), update);
      return changed == null ? null : new Document("n", 1).append("nModified", changed ? 1 : 0);
    } else if (!upsert) {
      return new Document("n", 0).append("nModified", 0);
    }
    Document begun = DirectUpdate.begunBy(selector);
    Document inserted = begun == null ? null : update.applyTo(begun, true);
    if (inserted == null) {
      return null;
    }
    addDocument(inserted);
    return new Document("n", 0).append("nModified", 0).append("upserted", inserted.get(IdIndex.ID));
  }

  /**
   * Whether the update has changed it; null if it is not as simple as the update. What it does not
   * look into is copied as it is.
   */
  private @Nullable Boolean changed(Found found, DirectUpdate update) {
    Document before = found.outline();
    Document after = update.applyTo(before, false);
    if (after == null) {
      return null;
    }
    boolean changed = DirectUpdate.isOther(after, before);
    if (changed) {
      replace(found.position(), before, after);
    }
    return changed;
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
    documents.put(position, bytes == null ? Insertion.encoded(newDocument) : bytes);
  }

  /** Encodes the document of an update, so that one that cannot be kept changes no index. */
  void prepare(Document newDocument) {
    prepared = Insertion.encoded(newDocument);
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
    return Search.stream(documents.entries(null, null, false))
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
