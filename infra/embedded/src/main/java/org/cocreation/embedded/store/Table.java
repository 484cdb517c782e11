package org.cocreation.embedded.store;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map from keys to bytes that is kept on disk: the documents of a collection, or the
 * entries of an index. Every change is also noted in the {@link Changes} of the running command.
 */
final class Table {

  private final MVMap<byte[], byte[]> map;
  private final KeyType keyType;
  private final StoreFiles files;

  Table(MVMap<byte[], byte[]> map, StoreFiles files) {
    this.map = map;
    this.keyType = (KeyType) map.getKeyType();
    this.files = files;
  }

  int id() {
    return map.getId();
  }

  byte @Nullable [] get(Key key) {
    return map.get(key.bytes);
  }

  boolean contains(Key key) {
    return map.get(key.bytes) != null;
  }

  void put(Key key, byte[] value) {
    map.put(key.bytes, value);
    files.changes().put(map.getId(), key, value);
  }

  /** Puts a value there unless there is one already; false if there is. */
  boolean putIfAbsent(Key key, byte[] value) {
    boolean absent = map.putIfAbsent(key.bytes, value) == null;
    if (absent) {
      files.changes().put(map.getId(), key, value);
    }
    return absent;
  }

  /** The value that was there, or null. */
  byte @Nullable [] remove(Key key) {
    byte[] removed = map.remove(key.bytes);
    if (removed != null) {
      files.changes().remove(map.getId(), key);
    }
    return removed;
  }

  /** Says whether the keys asked for ascend at the moment, which finds them sooner. */
  void expectInOrder(boolean expected) {
    keyType.expectInOrder(expected);
  }

  boolean isEmpty() {
    return map.isEmpty();
  }

  long size() {
    return map.sizeAsLong();
  }

  /**
   * The entries of a range as they are now; later changes are not seen.
   *
   * @param lower the least key, included; null begins at the first
   * @param upper the key that is too great already; null goes to the last
   * @param backwards from the greatest to the least
   */
  Iterator<Entry> entries(@Nullable Key lower, @Nullable Key upper, boolean backwards) {
    byte @Nullable [] least = lower == null ? null : lower.bytes;
    byte @Nullable [] most = upper == null ? null : upper.bytes;
    Cursor<byte[], byte[]> cursor =
        backwards ? map.cursor(most, least, true) : map.cursor(least, most, false);
    return new Iterator<>() {
      private @Nullable Entry next = advance();

      private @Nullable Entry advance() {
        while (cursor.hasNext()) {
          Key key = new Key(cursor.next());
          if (upper == null || key.compareTo(upper) < 0) {
            return new Entry(key, cursor.getValue());
          } else if (!backwards) {
            return null;
          }
        }
        return null;
      }

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Entry next() {
        Entry current = next;
        if (current == null) {
          throw new NoSuchElementException();
        }
        next = advance();
        return current;
      }
    };
  }

  /** One key with its value; the array is shared and must not be changed. */
  static final class Entry {
    private final Key key;
    private final byte[] value;

    private Entry(Key key, byte[] value) {
      this.key = key;
      this.value = value;
    }

    Key key() {
      return key;
    }

    byte[] value() {
      return value;
    }
  }
}
