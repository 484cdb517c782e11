package org.cocreation.embedded.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the store does by itself: a checkpoint when nobody has written for a moment, or much was
 * written since the last one, moving data together before it under load and while it stays quiet,
 * deleting what has expired, closing forgotten cursors.
 */
final class Housekeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);

  private static final Duration ROUND = Duration.ofMillis(250);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration LONGEST_JOURNAL = Duration.ofSeconds(60);
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);
  private static final int USELESS_ROUNDS = 3;

  private final StoreFiles files;
  private final StoreBackend backend;
  private final Duration expirySweep;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "store-housekeeper");
            thread.setDaemon(true);
            return thread;
          });

  private final CountDownLatch broken;
  private long lastCheckpoint = System.nanoTime();
  private long lastSweep = System.nanoTime();
  private int uselessRounds;

  Housekeeper(StoreFiles files, StoreBackend backend, Duration expirySweep, CountDownLatch broken) {
    this.files = files;
    this.backend = backend;
    this.expirySweep = expirySweep;
    this.broken = broken;
    var unused =
        executor.scheduleWithFixedDelay(
            this::round, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void round() {
    if (files.isBroken()) {
      LOG.error("The store cannot write to its file any more and ends");
      broken.countDown();
      executor.shutdown();
      return;
    }
    try {
      long now = System.nanoTime();
      if (now - lastSweep > expirySweep.toNanos()) {
        lastSweep = now;
        backend.deleteExpired(backend.getClock().instant());
        backend.closeForgottenCursors(FORGOTTEN);
      }
      boolean quiet = files.nanosSinceLastChange() > QUIET.toNanos();
      if (files.hasUnsavedChanges()) {
        uselessRounds = 0;
        if (quiet || files.isCheckpointDue() || now - lastCheckpoint > LONGEST_JOURNAL.toNanos()) {
          if (!quiet) {
            files.moveTogether(false);
          }
          files.checkpoint();
          lastCheckpoint = System.nanoTime();
        }
      } else if (quiet && uselessRounds < USELESS_ROUNDS) {
        long before = files.size();
        if (files.moveTogether(true)) {
          files.checkpoint();
        }
        uselessRounds = files.size() > before * 95 / 100 ? uselessRounds + 1 : 0;
      }
    } catch (RuntimeException e) {
      LOG.error("The store could not tidy up", e);
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("The store is still tidying up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
