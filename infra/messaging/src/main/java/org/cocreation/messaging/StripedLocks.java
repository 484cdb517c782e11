package org.cocreation.messaging;

import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread of this process at a time decide about an aggregate, so that racers queue instead
 * of colliding. When the one in front finds the store away, those who have queued behind it are
 * told the same at once: one after the other they would each wait for it as long again.
 */
final class StripedLocks {

  private static final int STRIPES = 1024;
  private final Stripe[] locks = new Stripe[STRIPES];

  StripedLocks() {
    for (int i = 0; i < STRIPES; i++) {
      locks[i] = new Stripe();
    }
  }

  <T> T with(String id, Supplier<T> work) {
    Stripe lock = locks[stripe(id)];
    long asked = System.nanoTime();
    lock.lock();
    try {
      RuntimeException failure = lock.failure;
      if (failure != null && lock.failedAt - asked > 0) {
        throw failure;
      }
      return lock.work(work);
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

  /** A lock, and what became of the last who held it alone. */
  private static final class Stripe extends ReentrantLock {

    private static final long serialVersionUID = 1L;

    private transient @Nullable RuntimeException failure;
    private transient long failedAt;

    <T> T work(Supplier<T> work) {
      try {
        T result = work.get();
        failure = null;
        return result;
      } catch (RuntimeException thrown) {
        boolean passes =
            Transience.isTransient(thrown) && !(thrown instanceof ConcurrentChangeException);
        failure = passes ? thrown : null;
        failedAt = System.nanoTime();
        throw thrown;
      }
    }
  }
}
