package org.cocreation.embedded.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value's, or several values', bytes in sort order: comparing the bytes compares the values. Made
 * by {@link KeyWriter}; the array is never changed afterwards.
 */
final class Key implements Comparable<Key> {

  final byte[] bytes;

  Key(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The least key that is greater than every key which begins with this one. */
  @Nullable Key afterAllThatBeginSo() {
    int last = bytes.length - 1;
    while (last >= 0 && bytes[last] == (byte) 0xFF) {
      last--;
    }
    if (last < 0) {
      return null;
    }
    byte[] next = Arrays.copyOf(bytes, last + 1);
    next[last]++;
    return new Key(next);
  }

  @Override
  public int compareTo(Key other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Key key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Key[" + bytes.length + " bytes]";
  }
}
