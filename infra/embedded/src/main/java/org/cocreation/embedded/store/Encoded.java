package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document or a list that is BSON already, checked or stored, and is written as it is: a document
 * of a reply, or a part of a document of which little or nothing is looked into. Two are equal if
 * they are the same bytes. The array is shared and never changed.
 */
final class Encoded {

  final byte type;
  final byte[] bytes;
  final int from;
  final int length;

  /** A document. */
  Encoded(byte[] document) {
    this(BsonConstants.TYPE_EMBEDDED_DOCUMENT, document, 0, document.length);
  }

  Encoded(byte type, byte[] bytes, int from, int length) {
    this.type = type;
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  boolean isList() {
    return type == BsonConstants.TYPE_ARRAY;
  }

  /** What the document has in a field: decoded, encoded if it is made of others, or missing. */
  @Nullable Object field(FieldName name) {
    return BsonReader.field(bytes, from, length, name.utf8);
  }

  /** The document; what it holds that is made of others stays encoded. */
  Document outline() {
    return BsonReader.outline(bytes, from, length);
  }

  /** The elements of the list; those that are made of others stay encoded. */
  List<@Nullable Object> elements() {
    return BsonReader.elements(bytes, from, length);
  }

  /** All of it, decoded. */
  Object decoded() {
    return isList()
        ? elements().stream().map(Encoded::decoded).collect(ArrayList::new, List::add, List::addAll)
        : new BsonReader(bytes, from, from + length).document();
  }

  /** A value without anything that is still encoded. */
  static @Nullable Object decoded(@Nullable Object value) {
    if (value instanceof Encoded encoded) {
      return encoded.decoded();
    } else if (value instanceof Document document) {
      return decoded(document);
    } else if (value instanceof Collection<?> list) {
      List<@Nullable Object> decoded = new ArrayList<>(list.size());
      list.forEach(element -> decoded.add(decoded(element)));
      return decoded;
    }
    return value;
  }

  /** A document without anything that is still encoded. */
  static Document decoded(Document document) {
    Document decoded = new Document();
    for (Map.Entry<String, @Nullable Object> field : document.entrySet()) {
      decoded.put(field.getKey(), decoded(field.getValue()));
    }
    return decoded;
  }

  /** Whether two values are the same, be they encoded or not. */
  static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return (one instanceof Encoded) == (other instanceof Encoded)
        ? Objects.equals(one, other)
        : Objects.equals(decoded(one), decoded(other));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Encoded encoded
        && type == encoded.type
        && Arrays.equals(
            bytes, from, from + length, encoded.bytes, encoded.from, encoded.from + encoded.length);
  }

  @Override
  public int hashCode() {
    int hash = type;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }
}
