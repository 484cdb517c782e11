package org.cocreation.portal.live;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.cocreation.portal.PortalProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * The people who are watching a live page, by server-sent events.
 *
 * <p>Bounded in number. Pushes are merged: however fast the events come, a viewer gets the newest
 * counts at most once in the configured time, and a comment now and then that keeps the connection
 * open. When the portal ends they are let go first: the web server waits for what is being
 * answered, and would wait for them in vain.
 */
@Component
public class Viewers implements SmartLifecycle {

  private static final long A_QUIET_CONNECTION_MILLIS = 15_000;

  private final Progress progress;
  private final int most;
  private final List<Viewer> viewers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean moved = new AtomicBoolean();
  private final ScheduledExecutorService pushing =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "live-page");
            thread.setDaemon(true);
            return thread;
          });

  private final long everyMillis;
  private final long ticksOfAQuietConnection;
  private long ticks;
  private volatile @Nullable ScheduledFuture<?> ticking;

  Viewers(Progress progress, PortalProperties properties) {
    this.progress = progress;
    this.most = properties.live().viewers();
    this.everyMillis = properties.live().every().toMillis();
    this.ticksOfAQuietConnection = Math.max(1, A_QUIET_CONNECTION_MILLIS / everyMillis);
  }

  /** Lets somebody watch a programme; empty when as many watch as may, or the portal ends. */
  public synchronized Optional<SseEmitter> watch(String programmeId) {
    if (viewers.size() >= most || !isRunning()) {
      return Optional.empty();
    }
    Viewer viewer = new Viewer(programmeId, new SseEmitter(0L));
    Runnable gone = () -> viewers.remove(viewer);
    viewer.emitter.onCompletion(gone);
    viewer.emitter.onTimeout(gone);
    viewer.emitter.onError(failure -> gone.run());
    viewers.add(viewer);
    pushing.execute(() -> send(viewer, true));
    return Optional.of(viewer.emitter);
  }

  /** The counts may have changed. */
  void moved() {
    moved.set(true);
  }

  private void tick() {
    if (moved.getAndSet(false)) {
      viewers.forEach(viewer -> send(viewer, false));
    }
    ticks++;
    if (ticks % ticksOfAQuietConnection == 0) {
      viewers.forEach(viewer -> send(viewer, SseEmitter.event().comment("still here")));
    }
  }

  private void send(Viewer viewer, boolean evenIfSame) {
    Map<Stage, Integer> counts = progress.of(viewer.programmeId);
    if (!evenIfSame && counts.equals(viewer.seen)) {
      return;
    }
    viewer.seen.putAll(counts);
    send(viewer, SseEmitter.event().name("progress").data(asJson(counts)));
  }

  private void send(Viewer viewer, SseEventBuilder event) {
    try {
      viewer.emitter.send(event);
    } catch (IOException | IllegalStateException left) {
      viewers.remove(viewer);
    }
  }

  private static String asJson(Map<Stage, Integer> counts) {
    return counts.entrySet().stream()
        .map(
            count ->
                "\"" + count.getKey().name().toLowerCase(Locale.ROOT) + "\":" + count.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public synchronized void start() {
    if (ticking == null) {
      ticking =
          pushing.scheduleWithFixedDelay(
              this::tick, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void stop() {
    ScheduledFuture<?> stopping = ticking;
    ticking = null;
    if (stopping != null) {
      stopping.cancel(false);
      pushing.execute(() -> viewers.forEach(viewer -> viewer.emitter.complete()));
      pushing.shutdown();
    }
  }

  @Override
  public boolean isRunning() {
    return ticking != null;
  }

  private static final class Viewer {
    private final String programmeId;
    private final SseEmitter emitter;
    private final Map<Stage, Integer> seen = new EnumMap<>(Stage.class);

    Viewer(String programmeId, SseEmitter emitter) {
      this.programmeId = programmeId;
      this.emitter = emitter;
    }
  }
}
