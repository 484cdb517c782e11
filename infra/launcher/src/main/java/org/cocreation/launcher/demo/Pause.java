package org.cocreation.launcher.demo;

/** Waits between two tries, each time a little longer, up to a second. */
final class Pause {

  private static final long LONGEST_MILLIS = 1_000;

  private long millis = 50;

  void now() {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw Api.interrupted(interrupted);
    }
    millis = Math.min(LONGEST_MILLIS, millis * 3 / 2);
  }
}
