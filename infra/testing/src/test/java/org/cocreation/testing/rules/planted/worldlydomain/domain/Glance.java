package org.cocreation.testing.rules.planted.worldlydomain.domain;

import java.time.Instant;
import java.util.function.Supplier;

/** Planted. */
final class Glance {

  private Glance() {}

  static Supplier<Instant> later() {
    return Instant::now;
  }
}
