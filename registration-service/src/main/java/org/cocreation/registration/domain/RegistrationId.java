package org.cocreation.registration.domain;

/**
 * The pseudonym of one person in one programme: 26 characters that begin with the time of creation,
 * so that ids sort in the order of arrival, and end in 80 random bits. It says nothing about the
 * person.
 */
public record RegistrationId(String value) implements Comparable<RegistrationId> {
  @Override
  public int compareTo(RegistrationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
