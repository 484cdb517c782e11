package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes documents as BSON, one after the other, into an array that grows. */
final class BsonWriter {

  private static final int TYPICAL_SIZE = 512;

  /** A thread's array that one large document has made larger is not kept for the next. */
  private static final int LARGEST_KEPT = 64 << 10;

  private static final ThreadLocal<BsonWriter> OF_THREAD = ThreadLocal.withInitial(BsonWriter::new);

  private static final VarHandle INT32 =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT64 =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT64_OF_UUID =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[TYPICAL_SIZE];
  private int size;

  /** The document as BSON. */
  static byte[] document(Document document) {
    BsonWriter writer = OF_THREAD.get();
    writer.reset(LARGEST_KEPT);
    writer.write(document);
    return Arrays.copyOf(writer.bytes, writer.size);
  }

  /** What was written so far; only the first {@link #size} bytes, and until the next is written. */
  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** Begins anew; an array that has grown beyond the limit is let go of. */
  void reset(int limit) {
    size = 0;
    if (bytes.length > limit) {
      bytes = new byte[TYPICAL_SIZE];
    }
  }

  /** Overwrites a number that was written before. */
  void int32At(int position, int value) {
    INT32.set(bytes, position, value);
  }

  void int32(int value) {
    room(Integer.BYTES);
    INT32.set(bytes, size, value);
    size += Integer.BYTES;
  }

  void int8(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void write(Map<?, ?> document) {
    int start = size;
    int32(0);
    for (Map.Entry<?, ?> field : document.entrySet()) {
      int at = size;
      int8(0);
      name((String) field.getKey());
      // Not in one statement: writing the value may replace the array.
      byte type = value(field.getValue());
      bytes[at] = type;
    }
    int8(BsonConstants.TERMINATING_BYTE);
    int32At(start, size - start);
  }

  private void write(Collection<?> list) {
    int start = size;
    int32(0);
    int index = 0;
    for (Object element : list) {
      int at = size;
      int8(0);
      index(index++);
      int8(0);
      byte type = value(element);
      bytes[at] = type;
    }
    int8(BsonConstants.TERMINATING_BYTE);
    int32At(start, size - start);
  }

  /** The decimal digits of an element's place. */
  private void index(int index) {
    if (index >= 10) {
      index(index / 10);
    }
    int8('0' + index % 10);
  }

  /** Writes the value, and returns its type, which goes before it. */
  private byte value(@Nullable Object value) {
    if (value == null) {
      return BsonConstants.TYPE_NULL;
    } else if (value instanceof String text) {
      text(text);
      return BsonConstants.TYPE_UTF8_STRING;
    } else if (value instanceof Integer number) {
      int32(number);
      return BsonConstants.TYPE_INT32;
    } else if (value instanceof Long number) {
      int64(number);
      return BsonConstants.TYPE_INT64;
    } else if (value instanceof Encoded encoded) {
      block(encoded.bytes, encoded.from, encoded.length);
      return encoded.type;
    } else if (value instanceof Map<?, ?> document) {
      write(document);
      return BsonConstants.TYPE_EMBEDDED_DOCUMENT;
    } else if (value instanceof Collection<?> list) {
      write(list);
      return BsonConstants.TYPE_ARRAY;
    } else if (value instanceof Instant instant) {
      int64(instant.toEpochMilli());
      return BsonConstants.TYPE_UTC_DATETIME;
    } else if (value instanceof Boolean truth) {
      int8(truth ? 1 : 0);
      return BsonConstants.TYPE_BOOLEAN;
    } else if (value instanceof Double number) {
      int64(Double.doubleToRawLongBits(number));
      return BsonConstants.TYPE_DOUBLE;
    } else if (value instanceof ObjectId id) {
      block(id.toByteArray());
      return BsonConstants.TYPE_OBJECT_ID;
    } else if (value instanceof BinData data) {
      binary(data.getData().length, BsonConstants.BINARY_SUBTYPE_GENERIC);
      block(data.getData());
      return BsonConstants.TYPE_DATA;
    } else if (value instanceof UUID uuid) {
      binary(BsonConstants.LENGTH_UUID, BsonConstants.BINARY_SUBTYPE_UUID);
      room(BsonConstants.LENGTH_UUID);
      INT64_OF_UUID.set(bytes, size, uuid.getMostSignificantBits());
      INT64_OF_UUID.set(bytes, size + Long.BYTES, uuid.getLeastSignificantBits());
      size += BsonConstants.LENGTH_UUID;
      return BsonConstants.TYPE_DATA;
    }
    return rarer(value);
  }

  private byte rarer(Object value) {
    if (value instanceof LegacyUUID uuid) {
      binary(BsonConstants.LENGTH_UUID, BsonConstants.BINARY_SUBTYPE_OLD_UUID);
      int64(uuid.getUuid().getMostSignificantBits());
      int64(uuid.getUuid().getLeastSignificantBits());
      return BsonConstants.TYPE_DATA;
    } else if (value instanceof Decimal128 number) {
      int64(number.getLow());
      int64(number.getHigh());
      return BsonConstants.TYPE_DECIMAL128;
    } else if (value instanceof BsonTimestamp timestamp) {
      int64(timestamp.getValue());
      return BsonConstants.TYPE_TIMESTAMP;
    } else if (value instanceof BsonRegularExpression expression) {
      name(expression.getPattern());
      name(expression.getOptions() == null ? "" : expression.getOptions());
      return BsonConstants.TYPE_REGEX;
    } else if (value instanceof BsonJavaScript script) {
      text(script.getCode());
      return BsonConstants.TYPE_JAVASCRIPT_CODE;
    } else if (value instanceof MaxKey) {
      return BsonConstants.TYPE_MAX_KEY;
    } else if (value instanceof MinKey) {
      return BsonConstants.TYPE_MIN_KEY;
    }
    throw new IllegalArgumentException("There is no BSON for a " + value.getClass().getName());
  }

  void int64(long value) {
    room(Long.BYTES);
    INT64.set(bytes, size, value);
    size += Long.BYTES;
  }

  private void binary(int length, int subtype) {
    int32(length);
    int8(subtype);
  }

  private void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    int32(encoded.length + 1);
    block(encoded);
    int8(0);
  }

  private void name(String name) {
    int length = name.length();
    room(length + 1);
    int signs = 0;
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      if (c == 0) {
        throw new IllegalArgumentException("The name of a field holds a zero");
      }
      signs |= c;
      bytes[size + i] = (byte) c;
    }
    if (signs < 0x80) {
      size += length;
    } else {
      block(name.getBytes(StandardCharsets.UTF_8));
    }
    int8(0);
  }

  private void block(byte[] block) {
    block(block, 0, block.length);
  }

  private void block(byte[] from, int start, int length) {
    room(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
