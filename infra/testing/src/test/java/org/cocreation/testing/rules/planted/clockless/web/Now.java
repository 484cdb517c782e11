package org.cocreation.testing.rules.planted.clockless.web;

import java.time.LocalDateTime;

/** Planted. */
final class Now {

  private Now() {}

  @SuppressWarnings("JavaTimeDefaultTimeZone")
  static LocalDateTime now() {
    return LocalDateTime.now();
  }
}
