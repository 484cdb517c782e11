package org.cocreation.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.cocreation.proof.platform.Waiting;

/**
 * A batch is handled and takes longer than {@code max.poll.interval}: its partitions are given to
 * others meanwhile, its commit is refused, and it comes again to whom it has come before.
 */
record SlowBatch() implements Fault {

  /**
   * By how many seconds it takes too long: the group takes some to miss a service, and to be seen.
   */
  private static final int BEYOND = 10;

  @Override
  public String name() {
    return "slow-batch";
  }

  @Override
  public int times(boolean isShort) {
    return isShort ? 1 : 5;
  }

  /** What the services are told for this run, in seconds. */
  static int longestPollInterval(boolean isShort) {
    return isShort ? 8 : 30;
  }

  @Override
  public boolean mailMayRepeat() {
    return false;
  }

  @Override
  public Strike strike(Bench bench, Random random) {
    String service = TopicReader.GROUPS.get(random.nextInt(TopicReader.GROUPS.size()));
    int interval = longestPollInterval(bench.options().isShort());
    // attendance has two members in its group, and one of them is late
    int whole = bench.witness().topics().members(service);
    IntPredicate missing = members -> members >= 0 && members < whole;
    Path file = bench.platform().crashPoints().resolve(service + ".HANDLED_LATE");
    try {
      Files.writeString(file, Long.toString((interval + BEYOND) * 1_000L));
      if (!Waiting.until(bench.options().within(30), () -> !Files.exists(file))) {
        Files.deleteIfExists(file);
        return new Strike(0, List.of(service + " handled nothing"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean missed =
        Waiting.until(
            bench.options().within(interval + BEYOND),
            () -> missing.test(bench.witness().topics().members(service)));
    boolean back =
        Waiting.until(
            bench.options().within(60), () -> bench.witness().topics().members(service) >= whole);
    return bench.recovered(System.nanoTime(), BackingEnds.BACK, judged(service, missed, back));
  }

  /** Whether it happened at all, and was over afterwards. */
  static List<String> judged(String service, boolean missed, boolean back) {
    if (!missed) {
      return List.of(service + " was never put out of its group");
    }
    return back ? List.of() : List.of(service + " did not come back into its group");
  }
}
