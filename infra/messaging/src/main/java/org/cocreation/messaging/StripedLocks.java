package org.cocreation.messaging;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread of this process at a time decide about an aggregate, so that racers queue instead
 * of colliding. When the one in front finds the store away, those who have queued behind it are
 * told the same at once: one after the other they would each wait for it as long again. And where
 * somebody waits for the change, it queues behind no single other one for longer than the store
 * itself may take: that one may have more patience with a store that hangs.
 */
final class StripedLocks {

  private static final int STRIPES = 1024;
  private final Stripe[] locks = new Stripe[STRIPES];
  private final Supplier<@Nullable Duration> bound;

  /**
   * @param bound how long the current thread may queue; null if for as long as it takes
   */
  StripedLocks(Supplier<@Nullable Duration> bound) {
    this.bound = bound;
    for (int i = 0; i < STRIPES; i++) {
      locks[i] = new Stripe();
    }
  }

  <T> T with(String id, Supplier<T> work) {
    Stripe lock = locks[stripe(id)];
    long asked = System.nanoTime();
    lock.take(bound.get());
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
    Duration longest = bound.get();
    int held = 0;
    try {
      for (; held < stripes.length; held++) {
        locks[stripes[held]].take(longest);
      }
      return work.get();
    } catch (RuntimeException thrown) {
      for (int i = 0; held == stripes.length && i < held; i++) {
        locks[stripes[i]].tell(thrown);
      }
      throw thrown;
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

  /** A lock, and how the last who held it found the store away. */
  private static final class Stripe extends ReentrantLock {

    private static final long serialVersionUID = 1L;

    private transient @Nullable RuntimeException failure;
    private transient long failedAt;
    private transient volatile long takenAt = System.nanoTime();

    /** Waits longer only if others have had their turn meanwhile. */
    void take(@Nullable Duration longest) {
      if (longest == null) {
        lock();
      } else {
        try {
          queue(longest.toNanos());
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          throw new MongoInterruptedException("Stopped while another change was made", stopped);
        }
      }
      takenAt = System.nanoTime();
    }

    private void queue(long longest) throws InterruptedException {
      long since = System.nanoTime();
      while (!tryLock(since + longest - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        long taken = takenAt;
        if (taken - since <= 0) {
          throw new MongoTimeoutException(
              "The store has kept another change of the same waiting for "
                  + Duration.ofNanos(longest).toMillis()
                  + " ms");
        }
        since = taken;
      }
    }

    <T> T work(Supplier<T> work) {
      try {
        return work.get();
      } catch (RuntimeException thrown) {
        tell(thrown);
        throw thrown;
      }
    }

    /** Tells those who have queued already, and nobody who comes while they are told. */
    void tell(RuntimeException thrown) {
      if (Transience.isTransient(thrown) && !(thrown instanceof ConcurrentChangeException)) {
        failure = thrown;
        failedAt = System.nanoTime();
      }
    }
  }
}
