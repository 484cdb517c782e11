package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents from BSON, one after the other. What is not BSON, is cut short or is nested
 * deeper than {@link #DEEPEST} is refused with {@link IllegalArgumentException}.
 */
final class BsonReader {

  /** MongoDB keeps documents of 100 levels; commands and replies put some around them. */
  static final int DEEPEST = 200;

  private static final int LEAST_DOCUMENT = 5;
  private static final String BEYOND = "a value is longer than what there is";

  /** A document that has more fields is decoded to find out whether one is there twice. */
  private static final int MOST_COMPARED = 64;

  private static final VarHandle INT32 =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT64 =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT64_OF_UUID =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /**
   * The names of fields that came last, by their hash: they come again and again. It is read and
   * written without a lock: the worst that happens is that a name is made anew.
   */
  private static final @Nullable String[] NAMES = new String[1024];

  private static final int LONGEST_KNOWN_NAME = 40;
  private static final int[] NONE = {};

  private final byte[] bytes;
  private final int limit;
  private int at;

  /** The names of the documents that are being checked, the outer ones' first. */
  private int[] nameHashes = NONE;

  private int[] nameStarts = NONE;
  private int names;

  BsonReader(byte[] bytes, int from, int limit) {
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
  }

  /** The document that the bytes are. */
  static Document document(byte[] bytes) {
    return new BsonReader(bytes, 0, bytes.length).document();
  }

  /**
   * The document that stored bytes are, of which all values that are made of others are left {@link
   * Encoded}, except its {@code _id}.
   */
  static Document outline(byte[] bytes, int from, int length) {
    return new BsonReader(bytes, from, from + length).outline(0, false);
  }

  static int int32(byte[] bytes, int at) {
    return (int) INT32.get(bytes, at);
  }

  /** Where the next read begins. */
  int position() {
    return at;
  }

  boolean atEnd() {
    return at >= limit;
  }

  int int32() {
    try {
      int value = (int) INT32.get(bytes, at);
      at += Integer.BYTES;
      return value;
    } catch (IndexOutOfBoundsException e) {
      throw malformed("it ends within a number", e);
    }
  }

  byte int8() {
    try {
      return bytes[at++];
    } catch (IndexOutOfBoundsException e) {
      throw malformed("it ends too early", e);
    }
  }

  /** The next text that ends with a zero. */
  String text() {
    try {
      return name();
    } catch (IndexOutOfBoundsException e) {
      throw malformed("a text does not end", e);
    }
  }

  /** The next document, which is checked, but whose values that are made of others stay encoded. */
  Document outline() {
    try {
      return outline(0, true);
    } catch (IndexOutOfBoundsException e) {
      throw malformed(BEYOND, e);
    }
  }

  /**
   * The next document, which is one statement of an update: what it sets and adds stays encoded,
   * and all is checked.
   */
  Document statement() {
    try {
      int end = endOfDocument(0);
      Document statement = new Document();
      for (byte type = bytes[at++]; type != BsonConstants.TERMINATING_BYTE; type = bytes[at++]) {
        String name = name();
        boolean update = type == BsonConstants.TYPE_EMBEDDED_DOCUMENT && name.equals("u");
        put(statement, name, update ? operators() : value(type, 0));
      }
      endAt(end);
      return statement;
    } catch (IndexOutOfBoundsException e) {
      throw malformed(BEYOND, e);
    }
  }

  private Document operators() {
    int end = endOfDocument(1);
    Document operators = new Document();
    for (byte type = bytes[at++]; type != BsonConstants.TERMINATING_BYTE; type = bytes[at++]) {
      String name = name();
      boolean fields = type == BsonConstants.TYPE_EMBEDDED_DOCUMENT;
      put(operators, name, fields ? outline(2, true) : value(type, 1));
    }
    endAt(end);
    return operators;
  }

  private Document outline(int depth, boolean checked) {
    int end = endOfDocument(depth);
    Document document = new Document();
    for (byte type = bytes[at++]; type != BsonConstants.TERMINATING_BYTE; type = bytes[at++]) {
      String name = name();
      boolean left = isComposed(type) && !name.equals(IdIndex.ID);
      put(document, name, left ? encoded(type, depth, checked) : value(type, depth));
    }
    endAt(end);
    return document;
  }

  /** The elements of the list that stored bytes are; those that are made of others stay encoded. */
  static List<@Nullable Object> elements(byte[] bytes, int from, int length) {
    BsonReader reader = new BsonReader(bytes, from, from + length);
    int end = reader.endOfDocument(0);
    List<@Nullable Object> elements = new ArrayList<>();
    for (byte type = reader.int8(); type != BsonConstants.TERMINATING_BYTE; type = reader.int8()) {
      reader.pastName();
      elements.add(isComposed(type) ? reader.encoded(type, 0, false) : reader.value(type, 0));
    }
    reader.endAt(end);
    return elements;
  }

  /** What a document that stored bytes are has in a field; encoded if it is made of others. */
  static @Nullable Object field(byte[] bytes, int from, int length, byte[] name) {
    int at = from + Integer.BYTES;
    for (byte type = bytes[at]; type != BsonConstants.TERMINATING_BYTE; type = bytes[at]) {
      at++;
      int same = 0;
      while (same < name.length && bytes[at] == name[same]) {
        at++;
        same++;
      }
      boolean named = same == name.length && bytes[at] == 0;
      at = BsonScan.pastName(bytes, at);
      if (named) {
        BsonReader reader = new BsonReader(bytes, at, from + length);
        return isComposed(type) ? reader.encoded(type, 0, false) : reader.value(type, 0);
      }
      at = BsonScan.end(type, bytes, at);
    }
    return Missing.getInstance();
  }

  private static boolean isComposed(byte type) {
    return type == BsonConstants.TYPE_EMBEDDED_DOCUMENT || type == BsonConstants.TYPE_ARRAY;
  }

  private Encoded encoded(byte type, int depth, boolean checked) {
    int from = at;
    if (checked) {
      check(type, depth);
    } else {
      at = BsonScan.end(type, bytes, at);
    }
    return new Encoded(type, bytes, from, at - from);
  }

  private static void put(Document document, String name, @Nullable Object value) {
    if (document.put(name, value) != null) {
      throw malformed("the field '" + name + "' is there twice", null);
    }
  }

  private void pastName() {
    at = BsonScan.pastName(bytes, at);
  }

  /** Reads over a value as {@link #value} would read it, and refuses what that would refuse. */
  private void check(byte type, int depth) {
    switch (type) {
      case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
          checkFields(depth + 1, type == BsonConstants.TYPE_EMBEDDED_DOCUMENT);
      case BsonConstants.TYPE_UTF8_STRING -> at = endOfString() + 1;
      case BsonConstants.TYPE_INT32 -> at += Integer.BYTES;
      case BsonConstants.TYPE_BOOLEAN -> at++;
      case BsonConstants.TYPE_INT64, BsonConstants.TYPE_DOUBLE, BsonConstants.TYPE_UTC_DATETIME ->
          at += Long.BYTES;
      default -> {
        var unused = value(type, depth);
      }
    }
  }

  private void checkFields(int depth, boolean named) {
    int start = at;
    int end = endOfDocument(depth);
    int first = names;
    for (byte type = bytes[at++]; type != BsonConstants.TERMINATING_BYTE; type = bytes[at++]) {
      if (!named) {
        pastName();
      } else if (names - first == MOST_COMPARED || !checkName(first)) {
        at = start;
        var unused = document(depth);
        names = first;
        return;
      }
      check(type, depth);
    }
    names = first;
    endAt(end);
  }

  /**
   * Reads over a name that must not be one of those of the same document before it.
   *
   * @return false if it has to be decoded to know that, for it is not ASCII
   */
  private boolean checkName(int first) {
    int start = at;
    int hash = 0;
    int signs = 0;
    for (byte b = bytes[at++]; b != 0; b = bytes[at++]) {
      hash = 31 * hash + b;
      signs |= b;
    }
    if (signs < 0) {
      return false;
    }
    if (names == nameHashes.length) {
      nameHashes = Arrays.copyOf(nameHashes, 2 * names + MOST_COMPARED);
      nameStarts = Arrays.copyOf(nameStarts, nameHashes.length);
    }
    for (int other = first; other < names; other++) {
      if (nameHashes[other] == hash
          && Arrays.equals(
              bytes, start, at, bytes, nameStarts[other], nameStarts[other] + at - start)) {
        at = start;
        throw malformed("the field '" + name() + "' is there twice", null);
      }
    }
    nameHashes[names] = hash;
    nameStarts[names++] = start;
    return true;
  }

  /** The next document. */
  Document document() {
    try {
      return document(0);
    } catch (IndexOutOfBoundsException e) {
      throw malformed(BEYOND, e);
    }
  }

  private static IllegalArgumentException malformed(String why, @Nullable Exception cause) {
    return new IllegalArgumentException("This is not BSON: " + why, cause);
  }

  private int endOfDocument(int depth) {
    int start = at;
    int length = (int) INT32.get(bytes, at);
    if (length < LEAST_DOCUMENT || length > limit - start) {
      throw malformed("a document says that it has " + length + " bytes", null);
    }
    if (depth >= DEEPEST) {
      throw malformed("it is nested deeper than " + DEEPEST + " levels", null);
    }
    at += Integer.BYTES;
    return start + length;
  }

  private void endAt(int end) {
    if (at != end) {
      throw malformed("a document is not as long as it says", null);
    }
  }

  private Document document(int depth) {
    int end = endOfDocument(depth);
    Document document = new Document();
    for (byte type = bytes[at++]; type != BsonConstants.TERMINATING_BYTE; type = bytes[at++]) {
      String name = name();
      put(document, name, value(type, depth));
    }
    endAt(end);
    return document;
  }

  private List<@Nullable Object> list(int depth) {
    int end = endOfDocument(depth);
    List<@Nullable Object> list = new ArrayList<>();
    for (byte type = bytes[at++]; type != BsonConstants.TERMINATING_BYTE; type = bytes[at++]) {
      // the elements are in their order: what they are called says nothing more
      pastName();
      list.add(value(type, depth));
    }
    endAt(end);
    return list;
  }

  private @Nullable Object value(byte type, int depth) {
    return switch (type) {
      case BsonConstants.TYPE_UTF8_STRING -> string();
      case BsonConstants.TYPE_INT32 -> {
        at += Integer.BYTES;
        yield (int) INT32.get(bytes, at - Integer.BYTES);
      }
      case BsonConstants.TYPE_INT64 -> int64();
      case BsonConstants.TYPE_EMBEDDED_DOCUMENT -> document(depth + 1);
      case BsonConstants.TYPE_ARRAY -> list(depth + 1);
      case BsonConstants.TYPE_UTC_DATETIME -> Instant.ofEpochMilli(int64());
      case BsonConstants.TYPE_BOOLEAN -> bytes[at++] != 0;
      case BsonConstants.TYPE_UNDEFINED, BsonConstants.TYPE_NULL -> null;
      case BsonConstants.TYPE_DOUBLE -> Double.longBitsToDouble(int64());
      case BsonConstants.TYPE_OBJECT_ID -> new ObjectId(block(BsonConstants.LENGTH_OBJECTID));
      case BsonConstants.TYPE_DATA -> binary();
      case BsonConstants.TYPE_REGEX -> new BsonRegularExpression(name(), name());
      case BsonConstants.TYPE_TIMESTAMP -> new BsonTimestamp(int64());
      case BsonConstants.TYPE_DECIMAL128 -> new Decimal128(int64(), int64());
      case BsonConstants.TYPE_MAX_KEY -> MaxKey.getInstance();
      case BsonConstants.TYPE_MIN_KEY -> MinKey.getInstance();
      case BsonConstants.TYPE_JAVASCRIPT_CODE -> new BsonJavaScript(string());
      default ->
          throw malformed("the type " + (type & 0xFF) + " of a value is not known here", null);
    };
  }

  private long int64() {
    long value = (long) INT64.get(bytes, at);
    at += Long.BYTES;
    return value;
  }

  private String string() {
    int end = endOfString();
    String string = new String(bytes, at, end - at, StandardCharsets.UTF_8);
    at = end + 1;
    return string;
  }

  /** Reads over the length of a string. */
  private int endOfString() {
    int length = (int) INT32.get(bytes, at) - 1;
    at += Integer.BYTES;
    if (length < 0 || length >= limit - at || bytes[at + length] != 0) {
      throw malformed("a text is not as long as it says", null);
    }
    return at + length;
  }

  private Object binary() {
    int length = (int) INT32.get(bytes, at);
    at += Integer.BYTES;
    int subtype = bytes[at++];
    return switch (subtype) {
      case BsonConstants.BINARY_SUBTYPE_GENERIC, BsonConstants.BINARY_SUBTYPE_USER_DEFINED ->
          new BinData(block(length));
      case BsonConstants.BINARY_SUBTYPE_OLD_UUID -> {
        uuidOf(length);
        yield new LegacyUUID(int64(), int64());
      }
      case BsonConstants.BINARY_SUBTYPE_UUID -> {
        uuidOf(length);
        at += length;
        yield new UUID(
            (long) INT64_OF_UUID.get(bytes, at - length),
            (long) INT64_OF_UUID.get(bytes, at - Long.BYTES));
      }
      default ->
          throw malformed(
              "the kind " + (subtype & 0xFF) + " of binary data is not known here", null);
    };
  }

  private static void uuidOf(int length) {
    if (length != BsonConstants.LENGTH_UUID) {
      throw malformed("a UUID has " + length + " bytes", null);
    }
  }

  private byte[] block(int length) {
    if (length < 0 || length > limit - at) {
      throw malformed("binary data says that it has " + length + " bytes", null);
    }
    byte[] block = new byte[length];
    System.arraycopy(bytes, at, block, 0, length);
    at += length;
    return block;
  }

  private String name() {
    int start = at;
    int hash = 0;
    int signs = 0;
    byte b = bytes[at++];
    while (b != 0) {
      hash = 31 * hash + b;
      signs |= b;
      b = bytes[at++];
    }
    int length = at - 1 - start;
    if (signs < 0 || length > LONGEST_KNOWN_NAME) {
      return new String(bytes, start, length, StandardCharsets.UTF_8);
    }
    int slot = (hash ^ (hash >>> 10)) & (NAMES.length - 1);
    String known = NAMES[slot];
    if (known != null && isAt(start, length, known)) {
      return known;
    }
    String name = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    NAMES[slot] = name;
    return name;
  }

  private boolean isAt(int start, int length, String known) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != bytes[start + i]) {
        return false;
      }
    }
    return true;
  }
}
