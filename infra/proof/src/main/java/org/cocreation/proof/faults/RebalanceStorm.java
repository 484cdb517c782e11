package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cocreation.proof.platform.Backing;
import org.cocreation.proof.platform.Waiting;

/** A service runs in four processes, then in one again: partitions go back and forth. */
record RebalanceStorm() implements Fault {

  private static final int FURTHER = 3;
  private static final double ALL_THERE = 120;

  @Override
  public String name() {
    return "rebalance-storm";
  }

  @Override
  public int times(boolean isShort) {
    return isShort ? 1 : 10;
  }

  /** The service's own process goes on; a further one of notification may be cut off in a mail. */
  @Override
  public Strike strike(Bench bench, Random random) {
    List<String> services = TopicReader.GROUPS;
    String service = services.get(random.nextInt(services.size()));
    List<Backing> further = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    try {
      for (int i = 1; i <= FURTHER; i++) {
        Backing one = bench.platform().further(service, i);
        further.add(one);
        one.start();
      }
      TopicReader topics = bench.witness().topics();
      if (!Waiting.until(
          bench.options().within(ALL_THERE), () -> topics.members(service) > FURTHER)) {
        wrong.add(service + " has " + topics.members(service) + " members, not " + (FURTHER + 1));
      }
      Waiting.millis(random.nextInt(2_000));
    } finally {
      // The first dies, the others leave in an orderly way.
      further.stream().limit(1).forEach(Backing::kill);
      further.forEach(Backing::close);
    }
    return bench.recovered(System.nanoTime(), 60, wrong);
  }
}
