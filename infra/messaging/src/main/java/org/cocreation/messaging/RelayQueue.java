package org.cocreation.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates whose outboxes wait for the relay, each once, in the order in which they were
 * first saved.
 *
 * <p>Bounded: past {@code mostBytes} only ids are kept and the outbox is read again; past {@code
 * mostAggregates} nothing is, and {@link #overflowed()} says that a sweep has to look.
 */
final class RelayQueue implements SavedEvents {

  private final int mostAggregates;
  private final long mostBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition something = lock.newCondition();
  private final Condition gathered = lock.newCondition();
  private final LinkedHashMap<OutboxAddress, Waiting> waiting = new LinkedHashMap<>();
  private int enough = Integer.MAX_VALUE;
  private long bytes;
  private boolean overflowed;

  RelayQueue(int mostAggregates, long mostBytes) {
    this.mostAggregates = mostAggregates;
    this.mostBytes = mostBytes;
  }

  /**
   * An aggregate with something to send.
   *
   * @param entries all that its outbox holds; {@code null} when that has to be read
   */
  record Waiting(OutboxAddress key, @Nullable List<OutboxEntry> entries) {

    long bytes() {
      long sum = 100;
      if (entries != null) {
        for (OutboxEntry entry : entries) {
          sum += entry.size();
        }
      }
      return sum;
    }
  }

  /** Adds them together, so that whoever waits for the first takes them all. */
  @Override
  public void saved(List<Waiting> outboxes) {
    lock.lock();
    try {
      outboxes.forEach(one -> add(one.key(), one.entries()));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds an aggregate.
   *
   * @param entries all that its outbox holds; {@code null} when that has to be read
   */
  void add(OutboxAddress key, @Nullable List<OutboxEntry> entries) {
    lock.lock();
    try {
      Waiting before = waiting.get(key);
      if (before == null && waiting.size() >= mostAggregates) {
        overflowed = true;
        return;
      }
      Waiting now = new Waiting(key, before == null && bytes < mostBytes ? entries : null);
      bytes += now.bytes() - (before == null ? 0 : before.bytes());
      waiting.put(key, now);
      something.signal();
      if (waiting.size() >= enough) {
        gathered.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until that many aggregates do, or that long has passed. */
  void gather(int many, Duration longest) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      enough = many;
      long left = longest.toNanos();
      while (waiting.size() < many && left > 0) {
        left = gathered.awaitNanos(left);
      }
    } finally {
      enough = Integer.MAX_VALUE;
      lock.unlock();
    }
  }

  /** Takes up to {@code most} aggregates, waiting for the first one up to {@code patience}. */
  List<Waiting> take(int most, long mostBytesAtOnce, Duration patience)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      while (waiting.isEmpty() && left > 0) {
        left = something.awaitNanos(left);
      }
      List<Waiting> taken = new ArrayList<>(Math.min(most, waiting.size()));
      long size = 0;
      Iterator<Map.Entry<OutboxAddress, Waiting>> oldest = waiting.entrySet().iterator();
      while (oldest.hasNext() && taken.size() < most && size < mostBytesAtOnce) {
        Waiting one = oldest.next().getValue();
        oldest.remove();
        size += one.bytes();
        taken.add(one);
      }
      bytes -= size;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing waits. */
  boolean isEmpty() {
    lock.lock();
    try {
      return waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  boolean contains(OutboxAddress key) {
    lock.lock();
    try {
      return waiting.containsKey(key);
    } finally {
      lock.unlock();
    }
  }

  /** Whether something was dropped since this was last asked. */
  boolean overflowed() {
    lock.lock();
    try {
      boolean was = overflowed;
      overflowed = false;
      return was;
    } finally {
      lock.unlock();
    }
  }
}
