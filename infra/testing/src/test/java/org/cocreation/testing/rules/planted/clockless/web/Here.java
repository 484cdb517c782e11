package org.cocreation.testing.rules.planted.clockless.web;

import java.time.ZoneId;

/** Planted. */
final class Here {

  private Here() {}

  static ZoneId here() {
    return ZoneId.systemDefault();
  }
}
