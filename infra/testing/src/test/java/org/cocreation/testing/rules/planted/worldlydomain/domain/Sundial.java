package org.cocreation.testing.rules.planted.worldlydomain.domain;

import java.time.Clock;

/** Planted. */
final class Sundial {

  private Sundial() {}

  static Clock shade() {
    return Clock.systemUTC();
  }
}
