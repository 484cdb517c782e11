package org.cocreation.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Counts the dead letters that wait for somebody, every so often, apart from those who ask for the
 * figure.
 */
final class DeadLetterGauge implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterGauge.class);

  private final DeadLetterBox box;
  private final Duration interval;
  private final AtomicLong waiting = new AtomicLong();
  private @Nullable ScheduledExecutorService counting;

  DeadLetterGauge(DeadLetterBox box, MeterRegistry meters, Duration interval) {
    this.box = box;
    this.interval = interval;
    Gauge.builder("cocreation.deadletters.waiting", waiting, AtomicLong::get)
        .description("Dead letters that were not yet replayed, as counted every half minute")
        .register(meters);
  }

  private void count() {
    try {
      waiting.set(box.waiting());
    } catch (RuntimeException away) {
      log.debug("Dead letters not counted", away);
    }
  }

  @Override
  public synchronized void start() {
    if (counting == null) {
      ScheduledExecutorService started =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                Thread thread = new Thread(work, "dead-letters");
                thread.setDaemon(true);
                return thread;
              });
      Future<?> unused =
          started.scheduleWithFixedDelay(
              this::count, interval.toMillis() / 3, interval.toMillis(), TimeUnit.MILLISECONDS);
      counting = started;
    }
  }

  @Override
  public synchronized void stop() {
    if (counting != null) {
      counting.shutdownNow();
      counting = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return counting != null;
  }
}
