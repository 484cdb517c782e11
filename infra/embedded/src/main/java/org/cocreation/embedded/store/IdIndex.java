package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The index on {@code _id}. It keeps nothing of its own, because the table of documents is sorted
 * by {@code _id} already.
 */
final class IdIndex extends TableIndex {

  static final String ID = "_id";

  private final Table documents;

  IdIndex(String name, List<IndexKey> keys, Table documents) {
    super(name, keys, false);
    this.documents = documents;
  }

  @Override
  public List<IndexKey> fields() {
    // The table is ascending, whatever the index was declared to be.
    return List.of(new IndexKey(ID, true));
  }

  @Override
  public boolean unique() {
    return true;
  }

  @Override
  public int arrays() {
    return 0;
  }

  @Override
  public Iterator<Candidate> candidates(KeyRange range, boolean backwards) {
    if (range.single()) {
      byte[] document = documents.get(range.lower());
      return document == null
          ? Collections.emptyIterator()
          : List.of(new Candidate(range.lower(), document)).iterator();
    }
    Iterator<Table.Entry> entries = documents.entries(range.lower(), range.upper(), backwards);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public Candidate next() {
        Table.Entry entry = entries.next();
        return new Candidate(entry.key(), entry.value());
      }
    };
  }

  @Override
  public @Nullable Key getPosition(Document document) {
    Key key = KeyWriter.of(document.get(ID));
    return documents.contains(key) ? key : null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Key> collection) {
    Object id = document.get(ID);
    if (documents.contains(KeyWriter.of(id))) {
      throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(id));
    }
  }

  @Override
  public void add(Document document, Key position, MongoCollection<Key> collection) {
    // the document itself is the entry
  }

  @Override
  public @Nullable Key remove(Document document) {
    return getPosition(document);
  }

  @Override
  public long getCount() {
    return documents.size();
  }

  @Override
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
    // An _id never changes, but this is the last moment to refuse the document.
    ((StoreCollection) collection).prepare(newDocument);
  }

  @Override
  public void updateInPlace(
      Document oldDocument, Document newDocument, Key position, MongoCollection<Key> collection) {
    // an _id never changes
  }
}
