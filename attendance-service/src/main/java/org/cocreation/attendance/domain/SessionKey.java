package org.cocreation.attendance.domain;

import java.util.Objects;

/**
 * Names one session of one programme.
 *
 * @param programmeId the programme, as registration names it; never blank
 * @param sessionId the session within that programme; never blank
 */
public record SessionKey(String programmeId, String sessionId) {

  /** Refuses blank parts. */
  public SessionKey {
    if (Objects.requireNonNull(programmeId).isBlank()
        || Objects.requireNonNull(sessionId).isBlank()) {
      throw new IllegalArgumentException("a session is named by its programme and its own id");
    }
  }

  /** The key as one string, unambiguous because ids hold no slash on the wire. */
  public String value() {
    return programmeId + "/" + sessionId;
  }
}
