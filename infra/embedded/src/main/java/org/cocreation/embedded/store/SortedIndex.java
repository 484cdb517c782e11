package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An index on one or more fields, unique or not. Its table maps the values' key to the position of
 * the document; where values may repeat, the position ends the key, so that equal values are in the
 * order of {@code _id}, and the entry's value says only how long it is. A document with an array
 * has an entry for each element.
 */
final class SortedIndex extends TableIndex {

  /** Comes before every entry; its value is what the index knows about itself. */
  private static final Key ABOUT = new Key(new byte[] {0});

  private final Table table;
  private final boolean unique;
  private final FieldName[][] paths;
  private int arrays;

  /**
   * What the new document of an update has here, from when it is checked, as every one is, until it
   * is put in; null if it has the same as before.
   */
  private @Nullable IndexEntries checked;

  SortedIndex(String name, List<IndexKey> keys, boolean unique, boolean sparse, Table table) {
    super(name, keys, sparse);
    this.table = table;
    this.unique = unique;
    this.paths = keys.stream().map(key -> FieldName.path(key.getKey())).toArray(FieldName[][]::new);
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
        Table.Entry entry = entries.next();
        return new Candidate(
            unique ? new Key(entry.value()) : PositionLength.positionIn(entry.key(), entry.value()),
            null);
      }
    };
  }

  private boolean leavesOut(IndexedValues values) {
    return isSparse() && !values.found();
  }

  /** What the document at a position has in this index; it does not depend on what is there. */
  IndexEntries entriesOf(Document document, Key position) {
    IndexedValues values = new IndexedValues(document, getKeys(), paths);
    Set<Key> keys = leavesOut(values) ? Set.of() : values.keys(unique ? null : position);
    return new IndexEntries(values, keys);
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
    Key position = positionOf(document);
    refuseDuplicate(entriesOf(document, position), position, collection);
  }

  /** Refuses what the index holds for another document already, if it is unique. */
  void refuseDuplicate(IndexEntries entries, Key position, MongoCollection<Key> collection) {
    if (!unique) {
      return;
    }
    for (Key entry : entries.keys()) {
      byte[] other = table.get(entry);
      if (other != null && !position.equals(new Key(other))) {
        KeyValue example = new KeyValue(entries.values().example());
        throw new DuplicateKeyError(this, collection, getKeys(), example);
      }
    }
  }

  @Override
  public void add(Document document, Key position, MongoCollection<Key> collection) {
    IndexEntries entries = entriesOf(document, position);
    refuseDuplicate(entries, position, collection);
    add(entries, position);
  }

  /** Adds the entries of the document at a position. */
  void add(IndexEntries entries, Key position) {
    for (Key entry : entries.keys()) {
      put(entry, position);
    }
    noteArrays(entries);
  }

  /** Adds an entry of the document at a position; arrays are noted apart from that. */
  void put(Key entry, Key position) {
    table.put(entry, unique ? position.bytes : PositionLength.of(position));
  }

  /** Remembers in which fields there are arrays, before or after their entries are added. */
  void noteArrays(IndexEntries entries) {
    int arraysToo = arrays | entries.values().arrays();
    if (arraysToo != arrays) {
      know(arraysToo);
    }
  }

  @Override
  public @Nullable Key remove(Document document) {
    Key position = positionOf(document);
    for (Key entry : entriesOf(document, position).keys()) {
      table.remove(entry);
    }
    return position;
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
    checked = null;
    IndexEntries entries = null;
    if (differ(oldDocument, newDocument)) {
      Key position = positionOf(oldDocument);
      entries = entriesOf(newDocument, position);
      refuseDuplicate(entries, position, collection);
    }
    checked = entries;
  }

  @Override
  public void updateInPlace(
      Document oldDocument, Document newDocument, Key position, MongoCollection<Key> collection) {
    IndexEntries entries = checked;
    checked = null;
    if (entries == null) {
      return;
    }
    Set<Key> added = new HashSet<>(entries.keys());
    for (Key entry : entriesOf(oldDocument, position).keys()) {
      if (!added.remove(entry)) {
        table.remove(entry);
      }
    }
    add(new IndexEntries(entries.values(), added), position);
  }

  /** False if both have the same in all that the index is about. */
  private boolean differ(Document one, Document other) {
    for (FieldName[] path : paths) {
      if (differ(one, other, path)) {
        return true;
      }
    }
    return false;
  }

  /**
   * False only if both certainly have the same at the end of the path: what is shared, or a value
   * that is not made of others, and on the way to which there is no array.
   */
  private static boolean differ(Document one, Document other, FieldName[] path) {
    @Nullable Object before = one;
    @Nullable Object after = other;
    for (FieldName step : path) {
      if (!IndexedValues.isDocument(before) || !IndexedValues.isDocument(after)) {
        return true;
      }
      before = IndexedValues.field(before, step);
      after = IndexedValues.field(after, step);
      if (before == after) {
        return false;
      }
    }
    return before instanceof Document
        || before instanceof Collection
        || !Objects.equals(before, after);
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
