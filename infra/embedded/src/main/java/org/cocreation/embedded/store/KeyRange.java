package org.cocreation.embedded.store;

import org.jspecify.annotations.Nullable;

/**
 * The keys from one, included, up to another that is too great already.
 *
 * @param upper null goes to the last
 * @param single true if only the key {@code lower} itself is meant
 */
record KeyRange(Key lower, @Nullable Key upper, boolean single) implements Comparable<KeyRange> {

  static KeyRange only(Key key) {
    return new KeyRange(key, key.afterAllThatBeginSo(), true);
  }

  static KeyRange beginningWith(Key key) {
    return new KeyRange(key, key.afterAllThatBeginSo(), false);
  }

  @Override
  public int compareTo(KeyRange other) {
    return lower.compareTo(other.lower);
  }
}
