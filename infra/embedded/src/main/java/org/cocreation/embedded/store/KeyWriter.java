package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values so that unsigned comparison of the bytes gives MongoDB's order of values: first by
 * kind, then within the kind; numbers of all types by their value. No value's bytes begin another
 * value's bytes, so several can follow one another in a compound key. A descending value has its
 * bits flipped.
 */
final class KeyWriter {

  static final int MIN = 0x01;
  static final int UNDEFINED = 0x08;
  static final int NULL = 0x10;
  static final int NUMBER = 0x20;
  static final int STRING = 0x30;
  static final int OBJECT = 0x40;
  static final int ARRAY = 0x50;
  static final int BINARY = 0x60;
  static final int OBJECT_ID = 0x70;
  static final int BOOLEAN = 0x80;
  static final int DATE = 0x90;
  static final int TIMESTAMP = 0xA0;
  static final int REGULAR_EXPRESSION = 0xB0;
  static final int CODE = 0xC0;
  static final int MAX = 0xF0;

  private static final int END = 0x00;
  private static final int GENERIC = 0x00;
  private static final int OLD_UUID = 0x03;
  private static final int NEW_UUID = 0x04;

  /** Stands for an array without elements, which has no value to sort by. */
  static final Object NO_ELEMENT = new Object();

  private byte[] bytes = new byte[48];
  private int size;

  static Key of(@Nullable Object value) {
    return new KeyWriter().append(value, true).key();
  }

  /** The kind of a value, which is the first byte of its key. */
  static int kindOf(@Nullable Object value) {
    if (Missing.isNullOrMissing(value)) {
      return NULL;
    } else if (value instanceof Number) {
      return NUMBER;
    } else if (value instanceof String) {
      return STRING;
    } else if (value instanceof Instant) {
      return DATE;
    } else if (value instanceof Boolean) {
      return BOOLEAN;
    } else if (value instanceof ObjectId) {
      return OBJECT_ID;
    } else if (value instanceof Map) {
      return OBJECT;
    } else if (value instanceof Collection) {
      return ARRAY;
    } else if (value instanceof BinData || value instanceof UUID || value instanceof LegacyUUID) {
      return BINARY;
    } else if (value instanceof BsonTimestamp) {
      return TIMESTAMP;
    } else if (value instanceof BsonRegularExpression) {
      return REGULAR_EXPRESSION;
    } else if (value instanceof BsonJavaScript) {
      return CODE;
    } else if (value instanceof MinKey) {
      return MIN;
    } else if (value instanceof MaxKey) {
      return MAX;
    } else if (value == NO_ELEMENT) {
      return UNDEFINED;
    }
    throw new IllegalArgumentException("There is no sort order for: " + value);
  }

  KeyWriter append(@Nullable Object value, boolean ascending) {
    int start = size;
    value(value);
    flipFrom(start, ascending);
    return this;
  }

  KeyWriter appendKind(int kind, boolean ascending) {
    int start = size;
    put(kind);
    flipFrom(start, ascending);
    return this;
  }

  KeyWriter append(Key key) {
    put(key.bytes);
    return this;
  }

  Key key() {
    return new Key(Arrays.copyOf(bytes, size));
  }

  private void flipFrom(int start, boolean ascending) {
    if (!ascending) {
      for (int i = start; i < size; i++) {
        bytes[i] = (byte) ~bytes[i];
      }
    }
  }

  private void value(@Nullable Object value) {
    int kind = kindOf(value);
    put(kind);
    if (value instanceof Number number) {
      number(number);
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Instant instant) {
      number64(instant.toEpochMilli() ^ Long.MIN_VALUE);
    } else if (value instanceof Boolean truth) {
      put(truth ? 1 : 0);
    } else if (value instanceof ObjectId id) {
      put(id.toByteArray());
    } else if (value instanceof Map<?, ?> fields) {
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        put(kindOf(field.getValue()));
        text((String) field.getKey());
        value(field.getValue());
      }
      put(END);
    } else if (value instanceof Collection<?> elements) {
      for (Object element : elements) {
        value(element);
      }
      put(END);
    } else if (value instanceof BinData data) {
      binary(data.getData().length, GENERIC);
      put(data.getData());
    } else if (value instanceof UUID uuid) {
      uuid(uuid, NEW_UUID);
    } else if (value instanceof LegacyUUID uuid) {
      uuid(uuid.getUuid(), OLD_UUID);
    } else if (value instanceof BsonTimestamp timestamp) {
      number64(timestamp.getValue());
    } else if (value instanceof BsonRegularExpression expression) {
      text(expression.getPattern());
      text(expression.getOptions() == null ? "" : expression.getOptions());
    } else if (value instanceof BsonJavaScript script) {
      text(script.getCode());
    }
  }

  private void binary(int length, int subtype) {
    number32(length);
    put(subtype);
  }

  private void uuid(UUID uuid, int subtype) {
    binary(16, subtype);
    number64(uuid.getMostSignificantBits());
    number64(uuid.getLeastSignificantBits());
  }

  /**
   * The nearest double in an order that bytes keep, then what a whole number lost by becoming a
   * double, so that 2^53 and 2^53 + 1 stay apart while 1 and 1.0 are the same.
   */
  private void number(Number number) {
    double nearest = number.doubleValue();
    long lost = number instanceof Long whole ? whole - (long) nearest : 0;
    if (Double.isNaN(nearest)) {
      number64(0);
    } else {
      long bits = Double.doubleToRawLongBits(nearest == 0.0 ? 0.0 : nearest);
      number64(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }
    put((int) (lost + 0x8000) >>> 8);
    put((int) (lost + 0x8000));
  }

  /** UTF-8 keeps the order of code points; a zero within is escaped so that zero can end it. */
  private void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    if (text.indexOf(0) < 0) {
      put(encoded);
    } else {
      for (byte b : encoded) {
        put(b);
        if (b == 0) {
          put(0xFF);
        }
      }
    }
    put(END);
    put(END);
  }

  private void number32(int value) {
    put(value >>> 24);
    put(value >>> 16);
    put(value >>> 8);
    put(value);
  }

  private void number64(long value) {
    number32((int) (value >>> 32));
    number32((int) value);
  }

  private void put(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  private void put(int b) {
    room(1);
    bytes[size++] = (byte) b;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
