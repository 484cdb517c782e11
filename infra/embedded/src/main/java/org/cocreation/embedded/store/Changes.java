package org.cocreation.embedded.store;

import java.util.Arrays;

/**
 * What one command changed, in the order in which it did, as the journal keeps it: for each change
 * its kind, the table's number, the key and, unless it is a removal, the value.
 */
final class Changes {

  static final int PUT = 1;
  static final int REMOVE = 2;

  private static final int FIRST_CAPACITY = 1024;

  /** An array that one large command has made larger than this is not kept for the next. */
  private static final int LARGEST_KEPT = 1 << 20;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;
  private boolean structural;

  /** Forgets everything, for the next command. */
  void clear() {
    if (bytes.length > LARGEST_KEPT) {
      bytes = new byte[FIRST_CAPACITY];
    }
    size = 0;
    structural = false;
  }

  void put(int table, Key key, byte[] value) {
    head(PUT, table, key);
    block(value);
  }

  void remove(int table, Key key) {
    head(REMOVE, table, key);
  }

  /** A table was made or dropped, which only a checkpoint can keep. */
  void structural() {
    structural = true;
  }

  boolean isStructural() {
    return structural;
  }

  boolean isEmpty() {
    return size == 0 && !structural;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  private void head(int kind, int table, Key key) {
    room(1 + Integer.BYTES);
    bytes[size++] = (byte) kind;
    number(table);
    block(key.bytes);
  }

  private void block(byte[] block) {
    room(Integer.BYTES + block.length);
    number(block.length);
    System.arraycopy(block, 0, bytes, size, block.length);
    size += block.length;
  }

  private void number(int value) {
    bytes[size++] = (byte) (value >>> 24);
    bytes[size++] = (byte) (value >>> 16);
    bytes[size++] = (byte) (value >>> 8);
    bytes[size++] = (byte) value;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
