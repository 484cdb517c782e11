package org.cocreation.submission.domain;

/**
 * Names a member of the committee: the subject of the member's token.
 *
 * @param value never blank
 */
public record MemberId(String value) implements Comparable<MemberId> {

  public MemberId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An id is never blank.");
    }
  }

  @Override
  public int compareTo(MemberId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
