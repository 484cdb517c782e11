package org.cocreation.embedded.store;

import de.bwaldvogel.mongo.wire.BsonConstants;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes over stored documents, field by field, without decoding any. They were checked when they
 * came, so nothing here looks whether they are BSON.
 */
final class BsonScan {

  private final byte[] bytes;
  private int at;

  private BsonScan(byte[] document) {
    this.bytes = document;
    this.at = Integer.BYTES;
  }

  /** A document of only those fields of another one, as they are there and in the same order. */
  static byte[] only(byte[] document, List<byte[]> names) {
    return new BsonScan(document).only(names);
  }

  private byte[] only(List<byte[]> names) {
    // where each run of wanted fields begins and ends
    int[] runs = new int[2 * names.size() + 2];
    int ends = 0;
    int size = Integer.BYTES + 1;
    while (bytes[at] != BsonConstants.TERMINATING_BYTE) {
      int field = at;
      boolean wanted = isNextNamedLike(names);
      at = end(bytes[field], bytes, at);
      if (wanted) {
        size += at - field;
        if (ends == 0 || runs[ends - 1] != field) {
          runs = ends == runs.length ? Arrays.copyOf(runs, 2 * ends) : runs;
          runs[ends++] = field;
          runs[ends++] = at;
        } else {
          runs[ends - 1] = at;
        }
      }
    }
    byte[] kept = new byte[size];
    int to = Integer.BYTES;
    for (int run = 0; run < ends; run += 2) {
      System.arraycopy(bytes, runs[run], kept, to, runs[run + 1] - runs[run]);
      to += runs[run + 1] - runs[run];
    }
    ByteBuffer.wrap(kept).order(ByteOrder.LITTLE_ENDIAN).putInt(size);
    return kept;
  }

  /**
   * The texts of the field at the end of a path; null if there is something else on the way or
   * there.
   */
  static @Nullable BsonTexts texts(byte[] document, List<byte[]> path) {
    return new BsonScan(document).texts(path);
  }

  private @Nullable BsonTexts texts(List<byte[]> path) {
    int depth = 0;
    while (bytes[at] != BsonConstants.TERMINATING_BYTE) {
      byte type = bytes[at];
      if (!isNextNamedLike(path.subList(depth, depth + 1))) {
        at = end(type, bytes, at);
      } else if (depth == path.size() - 1) {
        return switch (type) {
          case BsonConstants.TYPE_UTF8_STRING -> added(new BsonTexts(false));
          case BsonConstants.TYPE_ARRAY -> textsOfList();
          default -> null;
        };
      } else if (type == BsonConstants.TYPE_EMBEDDED_DOCUMENT) {
        at += Integer.BYTES;
        depth++;
      } else {
        return null;
      }
    }
    return new BsonTexts(false);
  }

  private @Nullable BsonTexts textsOfList() {
    at += Integer.BYTES;
    BsonTexts texts = new BsonTexts(true);
    while (bytes[at] != BsonConstants.TERMINATING_BYTE) {
      byte type = bytes[at];
      at = pastName(bytes, at + 1);
      if (type != BsonConstants.TYPE_UTF8_STRING || added(texts) == null) {
        return null;
      }
    }
    return texts;
  }

  private @Nullable BsonTexts added(BsonTexts texts) {
    int end = end(BsonConstants.TYPE_UTF8_STRING, bytes, at);
    boolean added = texts.add(at + Integer.BYTES, end - 1);
    at = end;
    return added ? texts : null;
  }

  /** Reads over type and name of the next field. */
  private boolean isNextNamedLike(List<byte[]> names) {
    int name = at + 1;
    at = pastName(bytes, name);
    for (byte[] wanted : names) {
      if (Arrays.equals(bytes, name, at - 1, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  /** Where the value begins whose name, or the rest of it, begins there. */
  static int pastName(byte[] bytes, int name) {
    int at = name;
    while (bytes[at++] != 0) {
      // to the end of the name
    }
    return at;
  }

  /** Where the value ends that begins there. */
  static int end(byte type, byte[] bytes, int at) {
    return switch (type) {
      case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE ->
          at + Integer.BYTES + BsonReader.int32(bytes, at);
      case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
          at + BsonReader.int32(bytes, at);
      case BsonConstants.TYPE_DATA -> at + Integer.BYTES + 1 + BsonReader.int32(bytes, at);
      case BsonConstants.TYPE_INT32 -> at + Integer.BYTES;
      case BsonConstants.TYPE_BOOLEAN -> at + 1;
      case BsonConstants.TYPE_OBJECT_ID -> at + BsonConstants.LENGTH_OBJECTID;
      case BsonConstants.TYPE_DECIMAL128 -> at + 2 * Long.BYTES;
      case BsonConstants.TYPE_INT64,
          BsonConstants.TYPE_DOUBLE,
          BsonConstants.TYPE_UTC_DATETIME,
          BsonConstants.TYPE_TIMESTAMP ->
          at + Long.BYTES;
      case BsonConstants.TYPE_REGEX -> pastName(bytes, pastName(bytes, at));
      case BsonConstants.TYPE_UNDEFINED,
          BsonConstants.TYPE_NULL,
          BsonConstants.TYPE_MIN_KEY,
          BsonConstants.TYPE_MAX_KEY ->
          at;
      default -> throw new IllegalStateException("A value of type " + (type & 0xFF) + " is stored");
    };
  }
}
