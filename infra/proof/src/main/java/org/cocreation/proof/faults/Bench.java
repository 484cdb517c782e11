package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.List;
import org.cocreation.proof.faults.Fault.Strike;
import org.cocreation.proof.platform.Options;
import org.cocreation.proof.platform.Waiting;

/**
 * What a fault is given: the platform, the load on it, and what to see it by.
 *
 * @param client the load's client, which counts what it is refused
 * @param notification a client on that service itself, for what operators see
 */
record Bench(
    Options options,
    PlatformUnderProof platform,
    Client client,
    Client notification,
    Client mailbox,
    Load load,
    Witness witness) {

  /** Longer than a claim, a pause or a session of anybody in this platform, in seconds. */
  private static final double STUCK = 45;

  /**
   * Waits until every service is ready and somebody was served after that.
   *
   * @param since when the recovery began, by {@link System#nanoTime}
   * @param limit in seconds
   */
  Strike recovered(long since, double limit, List<String> wrong) {
    double allowed = options.within(limit);
    // Past the limit it is only waited for so that the next strike meets a whole platform.
    boolean ready = Waiting.until(allowed + 180, platform::allReady);
    long readyAt = System.nanoTime();
    boolean served = ready && Waiting.until(30, () -> load.lastAcknowledged() > since);
    double seconds =
        (Math.max(readyAt, served ? Math.max(load.lastAcknowledged(), since) : 0) - since) / 1e9;
    seconds = Math.min(seconds, (System.nanoTime() - since) / 1e9);
    List<String> all = new ArrayList<>(wrong);
    if (!ready || !served) {
      all.add("not recovered: ready " + ready + ", serving " + served);
    } else if ((readyAt - since) / 1e9 > allowed) {
      all.add(
          String.format(
              java.util.Locale.ROOT,
              "recovered after %.1f s, %.0f s are allowed",
              (readyAt - since) / 1e9,
              allowed));
    }
    return new Strike(seconds, all);
  }

  /** Everything that travels has arrived: nothing unsent, nothing unread, no e-mail on its way. */
  List<String> unfinished() {
    List<String> unfinished = new ArrayList<>(witness.waiting());
    if (unfinished.isEmpty()) {
      unfinished.addAll(witness.topics().unread());
    }
    if (unfinished.isEmpty()) {
      int unsent = witness.unsentMails();
      if (unsent > 0) {
        unfinished.add(unsent + " e-mails are on their way");
      }
    }
    return unfinished;
  }

  /**
   * Waits until three looks in a row, a moment apart, see nothing unfinished; not for what has not
   * moved for so long that nothing will move it.
   */
  List<String> quiet(double seconds) {
    int calm = 0;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    long moved = System.nanoTime();
    List<String> unfinished = unfinished();
    while (calm < 3
        && System.nanoTime() < end
        && System.nanoTime() - moved < options.within(STUCK) * 1e9) {
      Waiting.millis(400);
      List<String> before = unfinished;
      unfinished = unfinished();
      calm = unfinished.isEmpty() ? calm + 1 : 0;
      if (!unfinished.equals(before)) {
        moved = System.nanoTime();
      }
    }
    return calm < 3 && unfinished.isEmpty() ? List.of("not quiet for long enough") : unfinished;
  }
}
