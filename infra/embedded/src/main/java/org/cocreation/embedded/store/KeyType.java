package org.cocreation.embedded.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Tells MVStore how to keep and compare the bytes of a {@link Key}: unsigned. */
final class KeyType extends BasicDataType<byte[]> {

  /** So many bytes are compared faster by the library, which compares several at once. */
  private static final int WORTH_A_CALL = 12;

  private static final int ARRAY_HEADER = 20;

  /** Where keys ascend: the one before the last one, the last one, and where the next one goes. */
  private static final int NEIGHBOURS = 3;

  private boolean inOrder;

  /**
   * Says whether keys are looked for in ascending order at the moment, so that one is most likely
   * to be right behind the one before it. It changes how soon a key is found, not what is found.
   */
  void expectInOrder(boolean expected) {
    inOrder = expected;
  }

  @Override
  public int getMemory(byte[] key) {
    return ARRAY_HEADER + key.length;
  }

  @Override
  public void write(WriteBuffer buffer, byte[] key) {
    buffer.putVarInt(key.length).put(key);
  }

  @Override
  public byte[] read(ByteBuffer buffer) {
    byte[] key = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(key);
    return key;
  }

  @Override
  public byte[][] createStorage(int size) {
    return new byte[size][];
  }

  @Override
  public int compare(byte[] one, byte[] other) {
    return Arrays.compareUnsigned(one, other);
  }

  /**
   * Finds a key among those of a page. Keys of one page begin alike: what the key shares with the
   * next smaller and with the next greater one that were looked at, it shares with all between
   * them, and is not compared again.
   */
  @Override
  public int binarySearch(byte[] key, Object storage, int size, int initialGuess) {
    byte[][] keys = (byte[][]) storage;
    int low = 0;
    int high = size - 1;
    int sharedWithLower = 0;
    int sharedWithUpper = 0;
    int neighbours = inOrder && initialGuess > 0 && initialGuess <= size ? NEIGHBOURS : 0;
    int at = neighbours == 0 ? high >>> 1 : initialGuess - 1;
    while (low <= high) {
      byte[] other = keys[at];
      int end = Math.min(key.length, other.length);
      int shared = mismatch(key, other, Math.min(sharedWithLower, sharedWithUpper), end);
      int order =
          shared < end ? (key[shared] & 0xFF) - (other[shared] & 0xFF) : key.length - other.length;
      if (order > 0) {
        low = at + 1;
        sharedWithLower = shared;
      } else if (order < 0) {
        high = at - 1;
        sharedWithUpper = shared;
      } else {
        return at;
      }
      at = --neighbours > 0 && order > 0 ? low : (low + high) >>> 1;
    }
    return ~low;
  }

  /** Where the two differ first, or the end of what there is to compare. */
  private static int mismatch(byte[] one, byte[] other, int from, int end) {
    if (end - from > WORTH_A_CALL) {
      int mismatch = Arrays.mismatch(one, from, end, other, from, end);
      return mismatch < 0 ? end : from + mismatch;
    }
    int at = from;
    while (at < end && one[at] == other[at]) {
      at++;
    }
    return at;
  }
}
