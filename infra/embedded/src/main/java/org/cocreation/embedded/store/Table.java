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

  private final MVMap<Key, byte[]> map;
  private final StoreFiles files;

  Table(MVMap<Key, byte[]> map, StoreFiles files) {
    this.map = map;
    this.files = files;
  }

  int id() {
    return map.getId();
  }

  byte @Nullable [] get(Key key) {
    return map.get(key);
  }

  boolean contains(Key key) {
    return map.get(key) != null;
  }

  void put(Key key, byte[] value) {
    map.put(key, value);
    files.changes().put(map.getId(), key, value);
  }

  /** The value that was there, or null. */
  byte @Nullable [] remove(Key key) {
    byte[] removed = map.remove(key);
    if (removed != null) {
      files.changes().remove(map.getId(), key);
    }
    return removed;
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
    Cursor<Key, byte[]> cursor =
        backwards ? map.cursor(upper, lower, true) : map.cursor(lower, upper, false);
    return new Iterator<>() {
      private @Nullable Entry next = advance();

      private @Nullable Entry advance() {
        while (cursor.hasNext()) {
          Key key = cursor.next();
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
