package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A projection that keeps some fields of the outermost level, cut out of the document's BSON. */
final class Inclusion {

  private final List<byte[]> names = new ArrayList<>();

  private Inclusion() {}

  /** The projection, or null if it does something else than to keep whole fields. */
  static @Nullable Inclusion of(Document projection) {
    Inclusion inclusion = new Inclusion();
    boolean id = true;
    boolean something = false;
    for (Map.Entry<String, Object> field : projection.entrySet()) {
      String name = field.getKey();
      boolean kept = isYes(field.getValue());
      if (name.equals(IdIndex.ID) && isNo(field.getValue())) {
        id = false;
      } else if (!kept || name.isEmpty() || name.indexOf('.') >= 0 || name.startsWith("$")) {
        return null;
      } else if (!name.equals(IdIndex.ID)) {
        inclusion.names.add(name.getBytes(StandardCharsets.UTF_8));
        something = true;
      } else {
        something = true;
      }
    }
    if (id) {
      inclusion.names.add(IdIndex.ID.getBytes(StandardCharsets.UTF_8));
    }
    return something ? inclusion : null;
  }

  private static boolean isYes(@Nullable Object value) {
    return Boolean.TRUE.equals(value) || (value instanceof Number number && number.intValue() != 0);
  }

  private static boolean isNo(@Nullable Object value) {
    return Boolean.FALSE.equals(value)
        || (value instanceof Number number && number.intValue() == 0);
  }

  /** A document of only those fields, in the order in which the whole one has them. */
  Encoded of(byte[] document) {
    return new Encoded(BsonScan.only(document, names));
  }
}
