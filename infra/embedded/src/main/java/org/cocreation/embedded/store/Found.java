package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
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

  /** All that it holds, of which what is made of others is still encoded. */
  Document outline() {
    return BsonReader.outline(bytes, 0, bytes.length);
  }

  /** Its BSON, which is shared and must not be changed. */
  byte[] bytes() {
    return bytes;
  }
}
