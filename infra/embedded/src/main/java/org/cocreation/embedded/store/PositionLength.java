package org.cocreation.embedded.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The value of an index entry whose key ends with the position of its document: how many bytes of
 * the key that is. Positions are of few lengths, so the values are shared, written and read; a copy
 * of each position would be nearly half of what indexes take in memory and in the journal.
 */
final class PositionLength {

  /** What no position and no document begins with, so that it is known by its first byte. */
  private static final byte MARK = 0;

  private static final int BYTES = 4;
  private static final byte[][] SHARED = new byte[256][];

  static {
    for (int length = 0; length < SHARED.length; length++) {
      SHARED[length] = made(length);
    }
  }

  private PositionLength() {}

  /** The value of an entry whose key ends with this position. */
  static byte[] of(Key position) {
    int length = position.bytes.length;
    return length < SHARED.length ? SHARED[length] : made(length);
  }

  /** Whether it is one of the arrays that are shared. */
  static boolean isShared(byte[] value) {
    return value.length == BYTES && value[0] == MARK && length(value) < SHARED.length;
  }

  /** Reads a value of this many bytes if it is a shared one; null, and nothing read, if not. */
  static byte @Nullable [] read(ByteBuffer buffer, int bytes) {
    int at = buffer.position();
    if (bytes != BYTES || buffer.get(at) != MARK) {
      return null;
    }
    int length = buffer.getInt(at);
    if (length >= SHARED.length) {
      return null;
    }
    buffer.position(at + BYTES);
    return SHARED[length];
  }

  /**
   * The position that an entry's key ends with, which has this value. In format 1 of the file the
   * value was the position itself.
   */
  static Key positionIn(Key entry, byte[] value) {
    if (value[0] != MARK) {
      return new Key(value);
    }
    int end = entry.bytes.length;
    return new Key(Arrays.copyOfRange(entry.bytes, end - length(value), end));
  }

  private static byte[] made(int length) {
    return new byte[] {MARK, (byte) (length >>> 16), (byte) (length >>> 8), (byte) length};
  }

  private static int length(byte[] value) {
    return (value[1] & 0xFF) << 16 | (value[2] & 0xFF) << 8 | (value[3] & 0xFF);
  }
}
