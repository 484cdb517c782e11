package org.cocreation.proof.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Clients that do the same thing again and again, first to warm up and then for the record. */
final class Load {

  private final Duration measured;
  private final Supplier<Duration> processorTime;

  /**
   * Load that is measured for so long.
   *
   * @param processorTime what the store has used of the processors so far; this process is added
   */
  Load(Duration measured, Supplier<Duration> processorTime) {
    this.measured = measured;
    this.processorTime = processorTime;
  }

  /**
   * What was measured.
   *
   * @param perSecond how often a second it was done
   * @param microseconds of processor time that it took each time, client and store together
   */
  record Rate(double perSecond, double microseconds) {

    /** The rate of things of which each call does so many. */
    Rate times(int things) {
      return new Rate(perSecond * things, microseconds / things);
    }
  }

  /** How many times a second all of them together did it; each is given its own number. */
  Rate perSecond(int clients, IntConsumer once) {
    during(clients, once, measured.dividedBy(2));
    return during(clients, once, measured);
  }

  /** As {@link #perSecond}, but every call gets a number that no other call gets. */
  Rate counted(int clients, IntConsumer once) {
    AtomicInteger next = new AtomicInteger();
    return perSecond(clients, client -> once.accept(next.getAndIncrement()));
  }

  private Rate during(int clients, IntConsumer once, Duration duration) {
    LongAdder done = new LongAdder();
    long processorBefore = processorNanos();
    ExecutorService executor = Executors.newFixedThreadPool(clients);
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
    double seconds = (System.nanoTime() - start) / 1e9;
    double microseconds = (processorNanos() - processorBefore) / 1e3;
    return new Rate(done.sum() / seconds, microseconds / done.sum());
  }

  private long processorNanos() {
    Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return own.plus(processorTime.get()).toNanos();
  }

  /** The value once it has not changed for some seconds. */
  long settled(Size size) throws InterruptedException {
    try {
      long last = size.now();
      for (int unchanged = 0; unchanged < 5; ) {
        TimeUnit.SECONDS.sleep(1);
        long now = size.now();
        unchanged = now == last ? unchanged + 1 : 0;
        last = now;
      }
      return last;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A number of bytes that changes. */
  @FunctionalInterface
  interface Size {
    long now() throws IOException;
  }
}
