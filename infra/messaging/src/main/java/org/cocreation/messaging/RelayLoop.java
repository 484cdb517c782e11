package org.cocreation.messaging;

import java.time.Duration;
import java.util.List;
import org.cocreation.messaging.RelayQueue.Waiting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The thread that relays: woken by each save, and by itself to sweep. While the broker or the store
 * is away it tries again, at first after a moment, then every few seconds.
 */
final class RelayLoop implements SmartLifecycle {

  /** Stops after the web server and the intakes, which still save, and starts before them. */
  static final int PHASE = Integer.MAX_VALUE - 10_000;

  private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);
  private static final int AGGREGATES_AT_ONCE = 1_000;
  private static final long BYTES_AT_ONCE = 8L * 1024 * 1024;

  /**
   * How long after a small batch began the next one leaves at the earliest, for each aggregate in
   * it: a steady stream of single saves then goes in batches, the larger the denser it is, and what
   * comes alone goes at once.
   */
  private static final Duration GATHERING_EACH = Duration.ofMillis(10);

  private static final Duration LONGEST_GATHERING = Duration.ofMillis(100);
  private static final int SMALL = 100;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
  private static final Duration NOTICING_A_STOP = Duration.ofMillis(500);
  private static final Duration STOPPING = Duration.ofSeconds(5);

  private final RelayQueue queue;
  private final Relay relay;
  private final OutboxSweep sweep;
  private final Duration sweepInterval;
  private volatile boolean running;
  private @Nullable Thread thread;

  RelayLoop(RelayQueue queue, Relay relay, OutboxSweep sweep, Duration sweepInterval) {
    this.queue = queue;
    this.relay = relay;
    this.sweep = sweep;
    this.sweepInterval = sweepInterval;
  }

  @Override
  public synchronized void start() {
    if (thread != null) {
      return;
    }
    running = true;
    Thread started = new Thread(this::run, "relay");
    started.setDaemon(true);
    started.start();
    thread = started;
  }

  /** Sends what already waits, if the broker takes it, and ends. */
  @Override
  public synchronized void stop() {
    running = false;
    Thread stopping = thread;
    thread = null;
    if (stopping == null) {
      return;
    }
    try {
      stopping.join(STOPPING.toMillis());
      if (stopping.isAlive()) {
        stopping.interrupt();
        stopping.join(STOPPING.toMillis());
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private void run() {
    Duration pause = Duration.ZERO;
    boolean lookAtEverything = true;
    long nextSweep = System.nanoTime();
    while (running || (pause.isZero() && !queue.isEmpty())) {
      try {
        if (!pause.isZero()) {
          Thread.sleep(pause.toMillis());
        }
        long now = System.nanoTime();
        if (running && nextSweep - now <= 0) {
          List<OutboxAddress> due = sweep.look(lookAtEverything || queue.overflowed());
          due.forEach(key -> queue.add(key, null));
          lookAtEverything = due.size() >= OutboxSweep.MOST_AT_ONCE;
          nextSweep = System.nanoTime() + (lookAtEverything ? 0 : sweepInterval.toNanos());
        }
        Duration patience =
            running ? Duration.ofNanos(Math.max(0, nextSweep - System.nanoTime())) : Duration.ZERO;
        List<Waiting> batch =
            queue.take(AGGREGATES_AT_ONCE, BYTES_AT_ONCE, shorter(patience, NOTICING_A_STOP));
        long begun = System.nanoTime();
        boolean done = batch.isEmpty() || relay(batch);
        pause = done ? Duration.ZERO : longer(pause);
        if (done && running) {
          long relayed = System.nanoTime() - begun;
          queue.gather(SMALL, gathering(batch.size()).minusNanos(relayed));
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException trouble) {
        pause = longer(pause);
        lookAtEverything = true;
        log.warn("Relay: tried again in {} ms: {}", pause.toMillis(), trouble.toString());
      }
    }
  }

  private boolean relay(List<Waiting> batch) {
    boolean relayed = false;
    try {
      List<OutboxAddress> behind = relay.relay(batch);
      relayed = true;
      behind.forEach(key -> queue.add(key, null));
      return behind.isEmpty();
    } finally {
      if (!relayed) {
        batch.forEach(one -> queue.add(one.key(), null));
      }
    }
  }

  /** How long after a batch of so many aggregates began the next one is let gather. */
  static Duration gathering(int aggregates) {
    return aggregates < SMALL
        ? shorter(GATHERING_EACH.multipliedBy(aggregates), LONGEST_GATHERING)
        : Duration.ZERO;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration pause) {
    return pause.isZero() ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
  }
}
