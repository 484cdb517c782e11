package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Documents as a client sent them: in outline to be looked into, and as the bytes that can be kept.
 */
final class Received extends AbstractList<Document> implements RandomAccess {

  private final List<Document> documents = new ArrayList<>();
  private final List<byte[]> encoded = new ArrayList<>();
  private final List<@Nullable Insertion> insertions = new ArrayList<>();

  /** Reads the documents that follow one another up to the end. */
  static Received read(BsonReader reader, byte[] message) {
    Received received = new Received();
    while (!reader.atEnd()) {
      int from = reader.position();
      received.documents.add(reader.outline());
      received.encoded.add(Arrays.copyOfRange(message, from, reader.position()));
    }
    return received;
  }

  /** Prepares them for a collection; what cannot be inserted is left for its turn to be refused. */
  void prepareFor(StoreCollection collection) {
    for (int i = 0; i < documents.size(); i++) {
      Insertion prepared;
      try {
        prepared = collection.prepare(documents.get(i), encoded.get(i));
      } catch (RuntimeException refused) {
        prepared = null;
      }
      insertions.add(prepared);
    }
  }

  /** The document as it was prepared for the collection, or else as it is prepared now. */
  Insertion insertion(int index, StoreCollection collection) {
    if (insertions.isEmpty()) {
      return collection.prepare(documents.get(index), encoded.get(index));
    }
    Insertion prepared = insertions.get(index);
    // One that was refused before may have got an _id then, which its bytes lack.
    return prepared == null ? collection.prepare(documents.get(index), null) : prepared;
  }

  @Override
  public Document get(int index) {
    return documents.get(index);
  }

  @Override
  public int size() {
    return documents.size();
  }
}
