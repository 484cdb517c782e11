package org.cocreation.registration.domain;

/** Names a session within its programme; of the same form as {@link ProgrammeId}. */
public record SessionId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
