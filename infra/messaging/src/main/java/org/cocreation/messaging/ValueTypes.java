package org.cocreation.messaging;

import java.lang.reflect.RecordComponent;
import java.util.List;

/**
 * The records of a single string (ids, e-mail addresses, codes) that are stored as plain strings,
 * also as keys of maps.
 *
 * <p>A service declares them as a bean; several beans add up.
 */
public record ValueTypes(List<Class<? extends Record>> types) {

  public ValueTypes {
    types = List.copyOf(types);
    for (Class<? extends Record> type : types) {
      RecordComponent[] components = type.getRecordComponents();
      if (components.length != 1 || components[0].getType() != String.class) {
        throw new IllegalArgumentException(type.getName() + " is not a record of a single string");
      }
    }
  }

  /** The given types, each a record of a single string. */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public static ValueTypes of(Class<? extends Record>... types) {
    return new ValueTypes(List.of(types));
  }
}
