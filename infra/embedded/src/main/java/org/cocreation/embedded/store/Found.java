package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A document that matches a query; it is decoded only if somebody looks into it. */
final class Found {

  private final Key position;
  private final byte[] bytes;
  private @Nullable Document document;
  private @Nullable Document outline;

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

  /** All that it holds, of which what is made of others is still encoded; not to be changed. */
  Document outline() {
    Document read = outline;
    if (read == null) {
      read = BsonReader.outline(bytes, 0, bytes.length);
      outline = read;
    }
    return read;
  }

  /** As much of it as tells whether it matches a query: the fields that the query names. */
  Document askedFor(Document query) {
    Document fields = new Document();
    for (String path : query.keySet()) {
      if (path.startsWith("$")) {
        return document();
      }
      int step = path.indexOf('.');
      String name = step < 0 ? path : path.substring(0, step);
      if (outline().containsKey(name)) {
        fields.put(name, Encoded.decoded(outline().get(name)));
      }
    }
    return fields;
  }

  /** Its BSON, which is shared and must not be changed. */
  byte[] bytes() {
    return bytes;
  }
}
