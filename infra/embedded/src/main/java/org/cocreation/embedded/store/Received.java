package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Documents as a client sent them: to be looked into, and as the bytes that can be kept as such.
 */
final class Received extends AbstractList<Document> implements RandomAccess {

  private final List<Document> documents = new ArrayList<>();
  private final List<byte[]> encoded = new ArrayList<>();

  /** Reads the documents that follow one another up to the end. */
  static Received read(BsonReader reader, byte[] message) {
    Received received = new Received();
    while (!reader.atEnd()) {
      int from = reader.position();
      received.documents.add(reader.document());
      received.encoded.add(Arrays.copyOfRange(message, from, reader.position()));
    }
    return received;
  }

  /** The document's BSON, which is shared and must not be changed. */
  byte[] encoded(int index) {
    return encoded.get(index);
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
