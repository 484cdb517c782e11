package org.cocreation.proof.faults;

import java.util.List;
import java.util.Random;

/** One way to break the platform. */
interface Fault {

  /** What it is called at the command line and in the table. */
  String name();

  /** How often it strikes in a whole run, and in a short one. */
  int times(boolean isShort);

  /**
   * Strikes once, and comes back when the platform works again or has had its time for that.
   *
   * @return how that went
   */
  Strike strike(Bench bench, Random random);

  /** Whether an e-mail can have been sent without that being written down. */
  default boolean mailMayRepeat() {
    return true;
  }

  /** How long everything may take to arrive once the load is over, in seconds. */
  default double quietSeconds(boolean isShort) {
    return 120;
  }

  /**
   * Breaks further what is quiet now, without load.
   *
   * @return what is wrong then, in words
   */
  default List<String> afterQuiet(Bench bench, Random random) {
    return List.of();
  }

  /**
   * What a strike came to.
   *
   * @param recoverySeconds from the moment when nothing was broken any more (a killed service: from
   *     the kill) until every service was ready and a person was served
   * @param wrong what must not have happened, in words
   */
  record Strike(double recoverySeconds, List<String> wrong) {
    public Strike {
      wrong = List.copyOf(wrong);
    }
  }
}
