package org.cocreation.attendance.domain.sheet;

/**
 * Does work by and by, so that nobody waits for it. It may be lost in a crash or when there is too
 * much of it: whoever asks has written down what is to be done, and the sweep does what was lost.
 */
@FunctionalInterface
public interface Later {

  /** Does this work as soon as there is time for it. */
  void soon(Runnable work);
}
