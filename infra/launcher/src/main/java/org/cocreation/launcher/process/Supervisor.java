package org.cocreation.launcher.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.cocreation.launcher.process.Keeper.Patience;
import org.cocreation.launcher.process.Keeper.State;

/**
 * Runs the platform's processes: starts them side by side as soon as what they wait for is ready,
 * keeps them running, and stops them in the reverse order, those that need others first.
 */
public final class Supervisor {

  /** One process as it is now; {@code pid} is -1 while it does not run. */
  public record Kept(String name, String state, long pid, int starts) {}

  private final Map<String, Keeper> keepers = new LinkedHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Consumer<String> news;
  private final Runnable onChange;

  /**
   * Prepares to run these processes.
   *
   * @param longestPause before one that ended is started again
   * @param news told, in lines for a person, what happens
   * @param onChange called after each change of {@link #now()}
   */
  public Supervisor(
      List<Startable> processes, Duration longestPause, Consumer<String> news, Runnable onChange) {
    this(processes, Patience.USUAL.pausingAtMost(longestPause), news, onChange);
  }

  Supervisor(
      List<Startable> processes, Patience patience, Consumer<String> news, Runnable onChange) {
    this.news = news;
    this.onChange = onChange;
    for (Startable process : processes) {
      keepers.put(process.name(), new Keeper(process, patience, this::changed));
    }
  }

  /**
   * Starts everything, and comes back when all are ready or one has failed.
   *
   * @return why it failed, in lines for a person; empty when all are ready
   */
  public Optional<List<String>> start() {
    for (Keeper keeper : keepers.values()) {
      List<Keeper> waitsFor = keeper.what().waitsFor().stream().map(this::keeper).toList();
      Thread thread = new Thread(() -> keeper.run(waitsFor), "keep-" + keeper.what().name());
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    try {
      for (Keeper keeper : keepers.values()) {
        keeper.first().get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a keeper never fails exceptionally", e);
    }
    List<String> failures = keepers.values().stream().flatMap(k -> k.failure().stream()).toList();
    boolean all = keepers.values().stream().allMatch(k -> k.first().getNow(false));
    return all ? Optional.empty() : Optional.of(failures);
  }

  /** Stops everything, those first that nothing waits for, and comes back when all are gone. */
  public void stop() {
    List<Keeper> left = new ArrayList<>(keepers.values());
    while (!left.isEmpty()) {
      List<Keeper> next =
          left.stream()
              .filter(
                  k -> left.stream().noneMatch(o -> o.what().waitsFor().contains(k.what().name())))
              .toList();
      List<Thread> stopping = new ArrayList<>();
      for (Keeper keeper : next) {
        Thread thread = new Thread(keeper::stop, "stop-" + keeper.what().name());
        thread.start();
        stopping.add(thread);
      }
      stopping.forEach(Supervisor::join);
      left.removeAll(next);
    }
    threads.forEach(Supervisor::join);
  }

  /** All processes as they are, in the order of the table. */
  public List<Kept> now() {
    return keepers.values().stream()
        .map(
            k ->
                new Kept(
                    k.what().name(),
                    k.state().name().toLowerCase(java.util.Locale.ROOT),
                    k.pid(),
                    k.starts()))
        .toList();
  }

  /** Whether every process is ready. */
  public boolean isReady() {
    return keepers.values().stream().allMatch(k -> k.state() == State.READY);
  }

  private Keeper keeper(String name) {
    Keeper keeper = keepers.get(name);
    if (keeper == null) {
      throw new IllegalArgumentException("no process to wait for: " + name);
    }
    return keeper;
  }

  private void changed(Keeper keeper, String text) {
    if (!text.isEmpty() && keeper.state() != State.FAILED) {
      news.accept(text);
    }
    onChange.run();
    if (keeper.state() == State.FAILED) {
      // The others will not be needed: let start() come back without waiting for them.
      for (Keeper other : Collections.unmodifiableCollection(keepers.values())) {
        if (other != keeper) {
          other.first().complete(false);
        }
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
