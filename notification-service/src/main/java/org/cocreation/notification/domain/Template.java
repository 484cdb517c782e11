package org.cocreation.notification.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an e-mail says. */
public enum Template {
  REGISTERED,
  WAITING,
  PROMOTED,
  CHANGED,
  CANCELLED,
  LINK,
  SESSION_CHANGED,
  REMINDER_DAY,
  REMINDER_HOUR,
  OUT_OF_REACH,
  WITHIN_REACH,
  ATTENDANCE_CORRECTED,
  CERTIFICATE_ISSUED,
  CERTIFICATE_REVOKED,
  CERTIFICATE_REINSTATED,
  NOTE_RECEIVED,
  NOTE_DECIDED,
  PLAN_PUBLISHED;

  /** As it is written outside, for instance {@code reminder-day}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The template that is written so outside. */
  public static Optional<Template> of(String code) {
    return Stream.of(values()).filter(t -> t.code().equals(code)).findFirst();
  }
}
