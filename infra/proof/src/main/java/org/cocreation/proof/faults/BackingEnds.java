package org.cocreation.proof.faults;

import java.util.List;
import java.util.Random;
import org.cocreation.proof.platform.Backing;
import org.cocreation.proof.platform.Waiting;

/** The end of the broker or the store, which is started again a moment later. */
record BackingEnds(String name, boolean kill, int wholeTimes) implements Fault {

  /** From its being back until people are served, in seconds. */
  static final double BACK = 10;

  @Override
  public int times(boolean isShort) {
    return isShort ? 1 : wholeTimes;
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    Backing backing =
        name.startsWith("broker") ? bench.platform().broker() : bench.platform().store();
    if (kill) {
      backing.kill();
    } else {
      backing.terminate();
    }
    Waiting.millis(random.nextInt(1_000));
    backing.start();
    backing.awaitReady(bench.options().within(60));
    return bench.recovered(System.nanoTime(), BACK, List.of());
  }

  @Override
  public boolean mailMayRepeat() {
    return name.startsWith("store");
  }
}
