package org.cocreation.launcher.process;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one process running: starts it, sees when it is ready, and starts it again when it ends,
 * after a pause that doubles with each time in a row up to {@link Patience#longestPause}.
 *
 * <p>A process that ends, or is not ready in time, at its first start is a failure: it is not tried
 * again, for the reason is most likely in its settings.
 */
final class Keeper {

  /** What a process is doing. */
  enum State {
    WAITING,
    STARTING,
    READY,
    PAUSING,
    FAILED,
    STOPPED
  }

  /**
   * How long things may take.
   *
   * @param ready from the start until it is ready
   * @param stop from being asked to stop until it is killed
   * @param firstPause before the first new start
   * @param longestPause before any new start
   * @param settled after so long a run the pauses begin again at the first
   * @param look between two looks whether it is ready
   */
  record Patience(
      Duration ready,
      Duration stop,
      Duration firstPause,
      Duration longestPause,
      Duration settled,
      Duration look) {

    static final Patience USUAL =
        new Patience(
            Duration.ofMinutes(5),
            Duration.ofSeconds(25),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMillis(150));

    /** The same, with another longest pause; the first is no longer than that. */
    Patience pausingAtMost(Duration longest) {
      Duration shortest = firstPause.compareTo(longest) > 0 ? longest : firstPause;
      return new Patience(ready, stop, shortest, longest, settled, look);
    }
  }

  /** Told about everything that happens to the process. */
  interface Listener {
    void changed(Keeper keeper, String news);
  }

  private final Startable what;
  private final Patience patience;
  private final Listener listener;
  private final LogFile log;
  private final CompletableFuture<Boolean> first = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopAsked = lock.newCondition();
  private volatile State state = State.WAITING;
  private volatile @Nullable Process process;
  private volatile boolean stopping;
  private volatile List<String> failure = List.of();
  private final AtomicInteger starts = new AtomicInteger();

  Keeper(Startable what, Patience patience, Listener listener) {
    this.what = what;
    this.patience = patience;
    this.listener = listener;
    this.log = new LogFile(what.log());
  }

  Startable what() {
    return what;
  }

  State state() {
    return state;
  }

  /** True once it has been ready for the first time, false when it failed before. */
  CompletableFuture<Boolean> first() {
    return first;
  }

  /** Why it failed, in lines for a person; empty when it did not. */
  List<String> failure() {
    return failure;
  }

  /** The process id; -1 while there is none. */
  long pid() {
    Process now = process;
    return now != null && now.isAlive() ? now.pid() : -1;
  }

  /** How often it was started. */
  int starts() {
    return starts.get();
  }

  /** Keeps it until it is stopped or has failed. */
  void run(List<Keeper> waitsFor) {
    try {
      for (Keeper other : waitsFor) {
        if (!other.first().get()) {
          end(State.STOPPED, "");
          return;
        }
      }
      keep();
    } catch (InterruptedException | ExecutionException e) {
      end(State.STOPPED, "");
    } finally {
      first.complete(false);
    }
  }

  private void keep() throws InterruptedException {
    Duration pause = patience.firstPause();
    while (!stopping) {
      long startedAt = System.nanoTime();
      long logFrom = log.length();
      Ending ending = runOnce(startedAt);
      if (stopping) {
        break;
      }
      if (!first.isDone()) {
        List<String> lines = new ArrayList<>();
        lines.add(what.name() + " did not start: " + ending.why());
        log.reason(logFrom, 8).forEach(line -> lines.add("    " + line));
        lines.add("  Its log: " + log.file());
        failure = List.copyOf(lines);
        end(State.FAILED, String.join("\n", lines));
        return;
      }
      if (Duration.ofNanos(System.nanoTime() - startedAt).compareTo(patience.settled()) > 0) {
        pause = patience.firstPause();
      }
      change(
          State.PAUSING,
          what.name() + " ended (" + ending.why() + "); starting it again in " + words(pause));
      if (pauseUnlessStopped(pause)) {
        break;
      }
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(patience.longestPause()) > 0 ? patience.longestPause() : doubled;
    }
    end(State.STOPPED, "");
  }

  private record Ending(String why) {}

  private Ending runOnce(long startedAt) throws InterruptedException {
    Process running;
    lock.lock();
    try {
      if (stopping) {
        return new Ending("stopped");
      }
      log.turn();
      running = start();
      process = running;
    } catch (IOException e) {
      return new Ending(String.valueOf(e.getMessage()));
    } finally {
      lock.unlock();
    }
    starts.incrementAndGet();
    change(State.STARTING, starts.get() == 1 ? "" : what.name() + " is started again");
    while (running.isAlive() && !what.ready().passes()) {
      if (Duration.ofNanos(System.nanoTime() - startedAt).compareTo(patience.ready()) > 0) {
        stop(running);
        return new Ending("no " + what.ready().what() + " within " + words(patience.ready()));
      }
      running.waitFor(patience.look().toMillis(), TimeUnit.MILLISECONDS);
    }
    // Something else may answer in its place: only the living can be ready.
    if (running.isAlive() && !stopping) {
      Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
      change(
          State.READY,
          String.format(
              java.util.Locale.ROOT,
              "  %-13s ready after %4.1f s  %s",
              what.name(),
              took.toMillis() / 1000.0,
              what.where()));
      first.complete(true);
    }
    int exit = running.waitFor();
    return new Ending(exit > 128 ? "killed by signal " + (exit - 128) : "exit code " + exit);
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(what.command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(what.log().toFile()));
    builder.environment().putAll(what.environment());
    return builder.start();
  }

  /** Asks it to stop, kills it when it does not in time, and comes back when it is gone. */
  void stop() {
    lock.lock();
    try {
      stopping = true;
      stopAsked.signalAll();
    } finally {
      lock.unlock();
    }
    Process running = process;
    if (running != null) {
      stop(running);
    }
    first.complete(false);
  }

  private void stop(Process running) {
    try {
      // The end of its input asks it to stop, on every operating system.
      try (OutputStream input = running.getOutputStream()) {
        input.flush();
      } catch (IOException e) {
        running.destroy();
      }
      try {
        running.onExit().get(patience.stop().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        running.destroyForcibly();
        running.onExit().get();
      }
    } catch (ExecutionException e) {
      running.destroyForcibly();
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private boolean pauseUnlessStopped(Duration pause) throws InterruptedException {
    lock.lock();
    try {
      long left = pause.toNanos();
      while (!stopping && left > 0) {
        left = stopAsked.awaitNanos(left);
      }
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  private void end(State end, String news) {
    change(end, news);
    first.complete(false);
  }

  private void change(State to, String news) {
    state = to;
    listener.changed(this, news);
  }

  private static String words(Duration duration) {
    return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
  }
}
