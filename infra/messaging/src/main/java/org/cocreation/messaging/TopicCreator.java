package org.cocreation.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the declared topics before anything else talks to the broker. A broker that is away at
 * start is asked again until it answers; until then the service is not ready.
 */
final class TopicCreator implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TopicCreator.class);
  private static final Duration AT_START = Duration.ofSeconds(3);
  private static final Duration LATER = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Broker broker;
  private final TopicCatalogue catalogue;
  private final List<Runnable> waiting = new ArrayList<>();
  private volatile boolean created;
  private @Nullable Thread asking;

  TopicCreator(Broker broker, TopicCatalogue catalogue) {
    this.broker = broker;
    this.catalogue = catalogue;
  }

  /** Whether every topic is there. */
  boolean created() {
    return created;
  }

  /** Runs something once the topics are there: at once, or later on another thread. */
  void whenCreated(Runnable next) {
    synchronized (waiting) {
      if (!created) {
        waiting.add(next);
        return;
      }
    }
    next.run();
  }

  private void allCreated() {
    List<Runnable> next;
    synchronized (waiting) {
      created = true;
      next = List.copyOf(waiting);
      waiting.clear();
    }
    next.forEach(Runnable::run);
  }

  @Override
  public synchronized void start() {
    if (asking != null) {
      return;
    }
    Thread thread = new Thread(this::ask, "topics");
    thread.setDaemon(true);
    asking = thread;
    try {
      if (create(AT_START)) {
        allCreated();
      } else {
        thread.start();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask() {
    try {
      do {
        Thread.sleep(PAUSE.toMillis());
      } while (!create(LATER));
      allCreated();
    } catch (InterruptedException stopped) {
      log.debug("Stopped before the topics were there");
    }
  }

  private boolean create(Duration patience) throws InterruptedException {
    try {
      List<String> missing = broker.create(catalogue.topics(), patience);
      if (!missing.isEmpty()) {
        log.info("Topics created: {}", missing);
      }
      return true;
    } catch (ExecutionException | TimeoutException | KafkaException away) {
      log.warn("The broker is away, topics are created later: {}", away.toString());
      return false;
    }
  }

  @Override
  public synchronized void stop() {
    if (asking != null) {
      asking.interrupt();
      asking = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return asking != null;
  }

  @Override
  public int getPhase() {
    return RelayLoop.PHASE - 1;
  }
}
