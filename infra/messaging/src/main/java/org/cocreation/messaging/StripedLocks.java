package org.cocreation.messaging;

import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread of this process at a time decide about an aggregate, so that racers queue instead
 * of colliding.
 */
final class StripedLocks {

  private static final int STRIPES = 1024;
  private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

  StripedLocks() {
    for (int i = 0; i < STRIPES; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  <T> T with(String id, Supplier<T> work) {
    ReentrantLock lock = locks[stripe(id)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the locks in one order for everybody, so that two bulk changes can't wait for each other.
   */
  <T> T withAll(Collection<String> ids, Supplier<T> work) {
    int[] stripes = ids.stream().mapToInt(StripedLocks::stripe).distinct().sorted().toArray();
    int held = 0;
    try {
      for (; held < stripes.length; held++) {
        locks[stripes[held]].lock();
      }
      return work.get();
    } finally {
      while (held > 0) {
        locks[stripes[--held]].unlock();
      }
    }
  }

  private static int stripe(String id) {
    int hash = id.hashCode();
    return (hash ^ (hash >>> 16)) & (STRIPES - 1);
  }
}
