package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An index on one or more fields, unique or not. Its table maps the values' key to the position of
 * the document; where values may repeat, the position also ends the key, so that equal values are
 * in the order of {@code _id}. A document with an array has an entry for each element.
 */
final class SortedIndex extends TableIndex {

  /** Comes before every entry; its value is what the index knows about itself. */
  private static final Key ABOUT = new Key(new byte[] {0});

  private final Table table;
  private final boolean unique;
  private final String[][] paths;
  private int arrays;

  SortedIndex(String name, List<IndexKey> keys, boolean unique, boolean sparse, Table table) {
    super(name, keys, sparse);
    this.table = table;
    this.unique = unique;
    this.paths = keys.stream().map(key -> key.getKey().split("\\.", -1)).toArray(String[][]::new);
    byte[] about = table.get(ABOUT);
    if (about != null) {
      for (byte b : about) {
        arrays = (arrays << 8) | (b & 0xFF);
      }
    }
  }

  Table table() {
    return table;
  }

  @Override
  public List<IndexKey> fields() {
    return getKeys();
  }

  @Override
  public boolean unique() {
    return unique;
  }

  @Override
  public int arrays() {
    return arrays;
  }

  @Override
  public Iterator<Candidate> candidates(KeyRange range, boolean backwards) {
    Iterator<Table.Entry> entries = table.entries(range.lower(), range.upper(), backwards);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public Candidate next() {
        return new Candidate(new Key(entries.next().value()), null);
      }
    };
  }

  private IndexedValues valuesOf(Document document) {
    return new IndexedValues(document, getKeys(), paths);
  }

  private boolean leavesOut(IndexedValues values) {
    return isSparse() && !values.found();
  }

  private Set<Key> entriesOf(IndexedValues values, Key position) {
    if (leavesOut(values)) {
      return Set.of();
    }
    return values.keys(unique ? null : position);
  }

  private static Key positionOf(Document document) {
    return KeyWriter.of(document.get(IdIndex.ID));
  }

  /** All documents that there were are in; from now on it is opened instead of built. */
  void built() {
    if (!table.contains(ABOUT)) {
      know(arrays);
    }
  }

  /** Takes back what a failed attempt to build it has put in. */
  void clear() {
    table.entries(null, null, false).forEachRemaining(entry -> table.remove(entry.key()));
  }

  private void know(int arraysNow) {
    arrays = arraysNow;
    table.put(
        ABOUT,
        new byte[] {
          (byte) (arrays >>> 24), (byte) (arrays >>> 16), (byte) (arrays >>> 8), (byte) arrays
        });
  }

  @Override
  public @Nullable Key getPosition(Document document) {
    // the index on _id answers this
    return null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Key> collection) {
    refuseDuplicate(valuesOf(document), positionOf(document), collection);
  }

  private void refuseDuplicate(
      IndexedValues values, Key position, MongoCollection<Key> collection) {
    if (!unique) {
      return;
    }
    for (Key entry : entriesOf(values, position)) {
      byte[] other = table.get(entry);
      if (other != null && !position.equals(new Key(other))) {
        throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values.example()));
      }
    }
  }

  @Override
  public void add(Document document, Key position, MongoCollection<Key> collection) {
    IndexedValues values = valuesOf(document);
    refuseDuplicate(values, position, collection);
    add(values, entriesOf(values, position), position);
  }

  private void add(IndexedValues values, Set<Key> entries, Key position) {
    for (Key entry : entries) {
      table.put(entry, position.bytes);
    }
    if ((arrays | values.arrays()) != arrays) {
      know(arrays | values.arrays());
    }
  }

  @Override
  public @Nullable Key remove(Document document) {
    Key position = positionOf(document);
    for (Key entry : entriesOf(valuesOf(document), position)) {
      table.remove(entry);
    }
    return position;
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
    if (differ(oldDocument, newDocument)) {
      refuseDuplicate(valuesOf(newDocument), positionOf(oldDocument), collection);
    }
  }

  @Override
  public void updateInPlace(
      Document oldDocument, Document newDocument, Key position, MongoCollection<Key> collection) {
    if (!differ(oldDocument, newDocument)) {
      return;
    }
    IndexedValues newValues = valuesOf(newDocument);
    Set<Key> entries = entriesOf(newValues, position);
    Set<Key> added = new HashSet<>(entries);
    for (Key entry : entriesOf(valuesOf(oldDocument), position)) {
      if (!added.remove(entry)) {
        table.remove(entry);
      }
    }
    add(newValues, added, position);
  }

  /** False if both share all that the index is about. */
  private boolean differ(Document one, Document other) {
    for (String[] path : paths) {
      if (one.get(path[0]) != other.get(path[0])) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long getCount() {
    return table.contains(ABOUT) ? table.size() - 1 : table.size();
  }

  /** True until it was built, which tells the collection to build it. */
  @Override
  public boolean isEmpty() {
    return !table.contains(ABOUT);
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return super.hasSameOptions(other)
        && unique == other.isUnique()
        && described(getKeys()).equals(described(other.getKeys()));
  }

  private static List<String> described(List<IndexKey> keys) {
    return keys.stream().map(Objects::toString).toList();
  }
}
