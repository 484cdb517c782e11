package org.cocreation.submission.domain;

/**
 * Names one person in one programme, as registration names it; the only thing about a person that
 * leaves this service.
 *
 * @param value never blank
 */
public record RegistrationId(String value) implements Comparable<RegistrationId> {

  public RegistrationId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An id is never blank.");
    }
  }

  @Override
  public int compareTo(RegistrationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
