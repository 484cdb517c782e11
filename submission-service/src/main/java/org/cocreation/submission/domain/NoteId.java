package org.cocreation.submission.domain;

/**
 * Names a concept note.
 *
 * @param value never blank
 */
public record NoteId(String value) implements Comparable<NoteId> {

  public NoteId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An id is never blank.");
    }
  }

  @Override
  public int compareTo(NoteId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
