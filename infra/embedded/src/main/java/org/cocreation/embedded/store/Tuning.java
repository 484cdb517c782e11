package org.cocreation.embedded.store;

import java.time.Duration;

/**
 * What is fixed in use and varied in tests.
 *
 * @param durability what an acknowledged write survives
 * @param journalLimit the bytes after which a checkpoint empties the journal
 * @param expirySweep how often expired documents are looked for
 */
record Tuning(Durability durability, long journalLimit, Duration expirySweep) {

  static Tuning of(Durability durability) {
    return new Tuning(durability, 64L << 20, Duration.ofSeconds(60));
  }
}
