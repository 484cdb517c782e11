package org.cocreation.embedded.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents that one command inserts. Entries of indexes in which values may repeat refuse
 * nothing, so they come last and in their order: neighbours in an index are found one behind the
 * other, however the documents came.
 */
final class Inserts implements AutoCloseable {

  private final StoreCollection collection;
  private final Table documents;
  private final List<SortedIndex> indexes;
  private final boolean anyUnique;
  private final List<Insertion> inserted = new ArrayList<>();
  private @Nullable Key last;

  Inserts(StoreCollection collection, List<SortedIndex> indexes) {
    this.collection = collection;
    this.documents = collection.documents();
    this.indexes = indexes;
    this.anyUnique = indexes.stream().anyMatch(SortedIndex::unique);
  }

  /** Inserts a document, or refuses it and changes nothing. */
  void insert(Insertion prepared) {
    Insertion insertion = prepared.preparedFor(indexes);
    Key position = insertion.position();
    documents.expectInOrder(last != null && last.compareTo(position) < 0);
    last = position;
    if (anyUnique) {
      refuseDuplicates(insertion);
    }
    if (!documents.putIfAbsent(position, insertion.bytes())) {
      throw collection.duplicateId(insertion.document());
    }
    for (int i = 0; i < indexes.size(); i++) {
      SortedIndex index = indexes.get(i);
      index.noteArrays(insertion.entries(i));
      if (index.unique()) {
        insertion.entries(i).keys().forEach(key -> index.put(key, position));
      }
    }
    inserted.add(insertion);
  }

  private void refuseDuplicates(Insertion insertion) {
    if (documents.contains(insertion.position())) {
      throw collection.duplicateId(insertion.document());
    }
    for (int i = 0; i < indexes.size(); i++) {
      indexes.get(i).refuseDuplicate(insertion.entries(i), insertion.position(), collection);
    }
  }

  /** Adds what is left to be added; without it the documents are not in all indexes. */
  @Override
  public void close() {
    documents.expectInOrder(false);
    for (int i = 0; i < indexes.size(); i++) {
      if (!indexes.get(i).unique()) {
        addInOrder(i);
      }
    }
  }

  private void addInOrder(int index) {
    List<Entry> entries = new ArrayList<>(inserted.size());
    for (Insertion insertion : inserted) {
      for (Key key : insertion.entries(index).keys()) {
        entries.add(new Entry(key, insertion.position()));
      }
    }
    entries.sort(null);
    SortedIndex sorted = indexes.get(index);
    Table table = sorted.table();
    table.expectInOrder(entries.size() > 1);
    for (Entry entry : entries) {
      sorted.put(entry.key, entry.position);
    }
    table.expectInOrder(false);
  }

  private record Entry(Key key, Key position) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return key.compareTo(other.key);
    }
  }
}
