package org.cocreation.submission.domain;

/**
 * Names a comment from the public.
 *
 * @param value never blank
 */
public record CommentId(String value) implements Comparable<CommentId> {

  public CommentId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An id is never blank.");
    }
  }

  @Override
  public int compareTo(CommentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
