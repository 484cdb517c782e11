package org.cocreation.notification;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cocreation.messaging.Transience;
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
  private final AtomicInteger unrecorded = new AtomicInteger();
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
      claimed = unrecorded.get() == 0 ? sending.claim(settings.claim()) : List.of();
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
    try {
      for (List<Delivery> together : Sending.together(claimed)) {
        record(sending.post(together));
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
   * again: it is recorded as soon as the store is back, and nothing is claimed before that.
   */
  private void record(List<Deliveries.Change> ends) throws InterruptedException {
    boolean late = false;
    try {
      while (!recorded(ends)) {
        if (!late) {
          late = true;
          unrecorded.incrementAndGet();
        }
        TimeUnit.MILLISECONDS.sleep(settings.interval().toMillis());
      }
    } finally {
      if (late) {
        unrecorded.decrementAndGet();
      }
    }
  }

  private boolean recorded(List<Deliveries.Change> ends) {
    try {
      sending.record(ends);
      return true;
    } catch (RuntimeException away) {
      if (!Transience.isOfTheStore(away)) {
        throw away;
      }
      log.warn("{} deliveries are recorded later: {}", ends.size(), away.toString());
      return false;
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
