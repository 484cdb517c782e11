package org.cocreation.submission.domain;

/**
 * Names a commitment.
 *
 * @param value never blank
 */
public record CommitmentId(String value) implements Comparable<CommitmentId> {

  public CommitmentId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An id is never blank.");
    }
  }

  @Override
  public int compareTo(CommitmentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
