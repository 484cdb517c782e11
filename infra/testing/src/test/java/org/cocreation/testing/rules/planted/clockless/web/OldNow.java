package org.cocreation.testing.rules.planted.clockless.web;

import java.util.Date;

/** Planted. */
final class OldNow {

  private OldNow() {}

  @SuppressWarnings("JavaUtilDate")
  static Date now() {
    return new Date();
  }
}
