package org.cocreation.embedded.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the texts of a field are in a document's BSON: its only one, or those of its list. */
final class BsonTexts {

  private static final int MOST = 64;

  private final int[] ends = new int[2 * MOST];
  private final boolean list;
  private int size;

  BsonTexts(boolean list) {
    this.list = list;
  }

  /** Those of a field; null if something on the way to it or in it is of another kind. */
  static @Nullable BsonTexts at(byte[] document, List<byte[]> path) {
    return BsonScan.texts(document, path);
  }

  /** Notes one; false if there are too many. */
  boolean add(int from, int to) {
    if (size == MOST) {
      return false;
    }
    ends[2 * size] = from;
    ends[2 * size + 1] = to;
    size++;
    return true;
  }

  boolean isList() {
    return list;
  }

  int size() {
    return size;
  }

  int from(int i) {
    return ends[2 * i];
  }

  int to(int i) {
    return ends[2 * i + 1];
  }
}
