package org.cocreation.attendance.domain.feeds;

import java.util.Arrays;

/** The bytes of a file; they never change. */
public final class Contents {

  private final byte[] bytes;

  /** Keeps a copy of these bytes. */
  public Contents(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The same as text. */
  public Text text() {
    return Text.of(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Contents contents && Arrays.equals(bytes, contents.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
