package org.cocreation.proof.store;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Clients that do the same thing again and again, first to warm up and then for the record. */
final class Load {

  private static final Duration WINDOW = Duration.ofSeconds(2);

  /** A program is warm when two windows in a row were not faster than this part of the fastest. */
  private static final double NO_FASTER = 0.97;

  private final Duration measured;
  private final Duration longestWarmUp;
  private final Supplier<Duration> storeTime;

  /**
   * Load that is measured for so long.
   *
   * @param longestWarmUp how long it may take until the processor time of a call falls no more
   * @param storeTime what the store has used of the processors so far
   */
  Load(Duration measured, Duration longestWarmUp, Supplier<Duration> storeTime) {
    this.measured = measured;
    this.longestWarmUp = longestWarmUp;
    this.storeTime = storeTime;
  }

  /**
   * What was measured.
   *
   * @param perSecond how often a second it was done
   * @param store microseconds of processor that the store used each time
   * @param client microseconds of processor that this process used each time
   * @param others how many processors everything else used meanwhile
   */
  record Rate(double perSecond, double store, double client, double others) {

    /** The rate of things of which each call does so many. */
    Rate times(int things) {
      return new Rate(perSecond * things, store / things, client / things, others);
    }

    /** What so many processors would allow if nothing else used them. */
    double allowedBy(int processors) {
      return processors * 1e6 / (store + client);
    }
  }

  /** How many times a second all of them together did it; every call gets a number of its own. */
  Rate perSecond(int clients, IntConsumer once) {
    AtomicInteger next = new AtomicInteger();
    IntConsumer numbered = client -> once.accept(next.getAndIncrement());
    double least = Double.MAX_VALUE;
    long end = System.nanoTime() + longestWarmUp.toNanos();
    for (int slower = 0; slower < 2 && System.nanoTime() < end; ) {
      Rate rate = during(clients, numbered, WINDOW);
      double cost = rate.store + rate.client;
      slower = cost < least * NO_FASTER ? 0 : slower + 1;
      least = Math.min(least, cost);
    }
    return during(clients, numbered, measured);
  }

  private Rate during(int clients, IntConsumer once, Duration duration) {
    LongAdder done = new LongAdder();
    ExecutorService executor = Executors.newFixedThreadPool(clients);
    Duration storeBefore = storeTime.get();
    Duration clientBefore = Machine.own();
    Duration everybodyBefore = Machine.everybody();
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    var running =
        IntStream.range(0, clients)
            .<Future<?>>mapToObj(
                client ->
                    executor.submit(
                        () -> {
                          while (System.nanoTime() < end) {
                            once.accept(client);
                            done.increment();
                          }
                        }))
            .toList();
    try {
      for (Future<?> each : running) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e.getCause());
    } finally {
      executor.shutdownNow();
    }
    double nanos = System.nanoTime() - start;
    Duration store = storeTime.get().minus(storeBefore);
    Duration client = Machine.own().minus(clientBefore);
    Duration everybody = Machine.everybody().minus(everybodyBefore);
    Duration others = everybody.minus(store).minus(client);
    return new Rate(
        done.sum() * 1e9 / nanos,
        store.toNanos() / 1e3 / done.sum(),
        client.toNanos() / 1e3 / done.sum(),
        Math.max(0, others.toNanos() / nanos));
  }
}
