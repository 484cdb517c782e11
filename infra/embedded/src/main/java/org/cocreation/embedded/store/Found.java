package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document that matches a query; it is decoded only if somebody looks into it. */
final class Found {

  private final Key position;
  private final byte[] bytes;
  private @Nullable Document document;

  Found(Key position, byte[] bytes) {
    this.position = position;
    this.bytes = bytes;
  }

  /** Its key in the table of documents. */
  Key position() {
    return position;
  }

  /** The reader's own copy. */
  Document document() {
    Document decoded = document;
    if (decoded == null) {
      decoded = BsonReader.document(bytes);
      document = decoded;
    }
    return decoded;
  }

  /**
   * As much of it as has to be looked into, or all if it was decoded before.
   *
   * @param fields the fields that are decoded, whatever they hold
   */
  Document document(Set<String> fields) {
    return document == null ? BsonReader.document(bytes, fields) : document;
  }

  /** Its BSON, which is shared and must not be changed. */
  byte[] bytes() {
    return bytes;
  }
}
