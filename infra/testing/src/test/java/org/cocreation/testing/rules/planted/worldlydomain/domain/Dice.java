package org.cocreation.testing.rules.planted.worldlydomain.domain;

import java.util.concurrent.ThreadLocalRandom;

/** Planted. */
final class Dice {

  private Dice() {}

  static int roll() {
    return ThreadLocalRandom.current().nextInt(6);
  }
}
