package org.cocreation.submission.domain;

/**
 * Names a programme, as registration names it.
 *
 * @param value never blank
 */
public record ProgrammeId(String value) implements Comparable<ProgrammeId> {

  public ProgrammeId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An id is never blank.");
    }
  }

  @Override
  public int compareTo(ProgrammeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
