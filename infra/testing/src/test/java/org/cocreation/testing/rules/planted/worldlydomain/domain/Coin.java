package org.cocreation.testing.rules.planted.worldlydomain.domain;

import java.util.UUID;

/** Planted. */
final class Coin {

  private Coin() {}

  static UUID toss() {
    return UUID.randomUUID();
  }
}
