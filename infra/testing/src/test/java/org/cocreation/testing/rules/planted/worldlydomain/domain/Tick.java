package org.cocreation.testing.rules.planted.worldlydomain.domain;

/** Planted. */
final class Tick {

  private Tick() {}

  static long tick() {
    return System.currentTimeMillis();
  }
}
