package org.cocreation.peers.work;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Counts the e-mails that the last stage has saved, each once, and lets somebody wait for them. */
public final class Tally {

  private final Set<String> saved = new HashSet<>();

  /** These are saved. */
  public synchronized void saved(Iterable<String> deliveryIds) {
    deliveryIds.forEach(saved::add);
    notifyAll();
  }

  /** Begins anew. */
  public synchronized void clear() {
    saved.clear();
  }

  /**
   * Waits until that many are saved.
   *
   * @return false when that took longer than {@code patience}
   */
  public synchronized boolean await(int many, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (saved.size() < many) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
