package org.cocreation.proof.platform;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Pauses, and waiting for a condition. */
public final class Waiting {

  private static final long LOOK_MILLIS = 100;

  private Waiting() {}

  public static void millis(long millis) {
    untilNanos(System.nanoTime() + millis * 1_000_000);
  }

  /** Waits until {@link System#nanoTime} says so. */
  public static void untilNanos(long until) {
    long left = until - System.nanoTime();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = until - System.nanoTime();
    }
  }

  public static void seconds(double seconds) {
    millis((long) (seconds * 1_000));
  }

  /** Waits for a condition; false when it did not come in time. */
  public static boolean until(double seconds, BooleanSupplier condition) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      millis(LOOK_MILLIS);
    }
    return true;
  }
}
