package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Locale;

/** Reads the fields of a command as what they have to be, and refuses the command otherwise. */
final class Fields {

  private Fields() {}

  static String text(Document command, String field) {
    return of(command, field, String.class);
  }

  static Document document(Document command, String field) {
    return of(command, field, Document.class);
  }

  static int number(Document command, String field) {
    return of(command, field, Number.class).intValue();
  }

  /** The number, or the other one if there is none. */
  static int number(Document command, String field, int otherwise) {
    return command.containsKey(field) ? number(command, field) : otherwise;
  }

  private static <T> T of(Document command, String field, Class<T> type) {
    Object value = command.get(field);
    if (!type.isInstance(value)) {
      throw new MongoServerError(
          14,
          "TypeMismatch",
          "The field '" + field + "' has to be a " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }
    return type.cast(value);
  }
}
