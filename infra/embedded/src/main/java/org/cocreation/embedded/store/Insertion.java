package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that is to be inserted, with all that can be made of it before the collection is
 * locked: its bytes, its key, and its entries in the indexes that there are at the time.
 */
final class Insertion {

  private static final int LARGEST_DOCUMENT = 16 << 20;

  private final Document document;
  private final byte[] bytes;
  private final Key position;
  private final List<SortedIndex> indexes;
  private final IndexEntries[] entries;

  private Insertion(Document document, byte[] bytes, List<SortedIndex> indexes) {
    this.document = document;
    this.bytes = bytes;
    this.position = KeyWriter.of(document.get(IdIndex.ID));
    this.indexes = indexes;
    this.entries = new IndexEntries[indexes.size()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = indexes.get(i).entriesOf(document, position);
    }
  }

  /**
   * Prepares a document, which gets an {@code _id} if it has none.
   *
   * @param encoded its BSON, if there is one already
   * @throws MongoServerError if it cannot be kept or indexed
   */
  static Insertion of(Document document, byte @Nullable [] encoded, List<SortedIndex> indexes) {
    if (document.get(IdIndex.ID) instanceof Collection) {
      throw new InvalidIdFieldError("The '_id' value cannot be of type array");
    }
    byte[] bytes = encoded;
    if (!document.containsKey(IdIndex.ID)) {
      document.put(IdIndex.ID, new ObjectId());
      bytes = null;
    }
    return new Insertion(document, bytes == null ? encoded(document) : notTooLarge(bytes), indexes);
  }

  /** The document's BSON, if it is not too large. */
  static byte[] encoded(Document document) {
    return notTooLarge(BsonWriter.document(document));
  }

  private static byte[] notTooLarge(byte[] bytes) {
    if (bytes.length > LARGEST_DOCUMENT) {
      throw new MongoServerError(10334, "BSONObjectTooLarge", "The document exceeds 16 MB");
    }
    return bytes;
  }

  /** This one if it was prepared for these indexes, or else one that is. */
  Insertion preparedFor(List<SortedIndex> current) {
    return indexes == current ? this : new Insertion(document, bytes, current);
  }

  Document document() {
    return document;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Its key in the table of documents. */
  Key position() {
    return position;
  }

  /** What it has in the index of that number. */
  IndexEntries entries(int index) {
    return entries[index];
  }
}
