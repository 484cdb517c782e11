package org.cocreation.notification;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cocreation.notification.domain.Deliveries;
import org.cocreation.notification.domain.Delivery;
import org.cocreation.notification.domain.Sending;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the queue moving: one thread claims what is due, a bounded number of workers post it. When
 * the service stops, what is claimed is still posted; what is not becomes due again by itself.
 */
@Component
class SendingLoop implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SendingLoop.class);
  private static final Duration FAREWELL = Duration.ofSeconds(15);

  private final Sending sending;
  private final NotificationProperties.Sending settings;
  private final Semaphore idle;
  private volatile boolean running;
  private @Nullable ExecutorService claiming;
  private @Nullable ExecutorService workers;

  SendingLoop(Sending sending, NotificationProperties properties) {
    this.sending = sending;
    this.settings = properties.sending();
    this.idle = new Semaphore(settings.workers());
  }

  @Override
  public void start() {
    running = true;
    ExecutorService posting =
        Executors.newFixedThreadPool(settings.workers(), work -> new Thread(work, "mail-worker"));
    ExecutorService claims =
        Executors.newSingleThreadExecutor(work -> new Thread(work, "mail-claims"));
    claims.execute(() -> claimOn(posting));
    workers = posting;
    claiming = claims;
  }

  private void claimOn(ExecutorService posting) {
    while (running) {
      boolean some = false;
      try {
        idle.acquire();
        some = claimOnce(posting);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException trouble) {
        // The store is away; what is due stays due.
        log.warn("The queue could not be read: {}", trouble.toString());
      }
      if (!some && !rest()) {
        return;
      }
    }
  }

  private boolean claimOnce(ExecutorService posting) {
    List<Delivery> claimed = List.of();
    try {
      claimed = sending.claim(settings.claim());
    } finally {
      if (claimed.isEmpty()) {
        idle.release();
      }
    }
    if (claimed.isEmpty()) {
      return false;
    }
    List<Delivery> mine = claimed;
    posting.execute(() -> post(mine));
    return true;
  }

  private void post(List<Delivery> claimed) {
    long claimEnds = System.nanoTime() + settings.lease().toNanos();
    try {
      for (List<Delivery> together : Sending.together(claimed)) {
        record(sending.post(together), claimEnds);
      }
    } catch (RuntimeException trouble) {
      log.warn(
          "{} deliveries become due again when their claim ends: {}",
          claimed.size(),
          trouble.toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      idle.release();
    }
  }

  /**
   * A store that goes away between the mail and its being recorded must not have the mail sent
   * again: it is recorded as soon as the store is back, if that is before the claim ends.
   */
  private void record(List<Deliveries.Change> ends, long claimEnds) throws InterruptedException {
    while (true) {
      try {
        sending.record(ends);
        return;
      } catch (RuntimeException trouble) {
        if (System.nanoTime() - claimEnds > 0) {
          throw trouble;
        }
        log.warn("{} deliveries are recorded later: {}", ends.size(), trouble.toString());
        TimeUnit.MILLISECONDS.sleep(settings.interval().toMillis());
      }
    }
  }

  private boolean rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(settings.interval().toMillis());
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void stop() {
    running = false;
    if (claiming != null) {
      claiming.shutdownNow();
    }
    ExecutorService posting = workers;
    if (posting == null) {
      return;
    }
    posting.shutdown();
    try {
      if (!posting.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        posting.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      posting.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
