package org.cocreation.proof.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.cocreation.proof.platform.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Requests that arrive by a schedule, whether or not those before them were answered, as people do.
 * How long one took counts from the moment at which it was due, so a server that makes them queue
 * is found out.
 */
final class OpenLoop {

  private static final long LONGEST_MICROS = 120_000_000;

  private final int port;
  private final int connections;
  private final Exchange exchange;

  /** What is asked for at each arrival. */
  @FunctionalInterface
  interface Exchange {
    PlainHttp.Reply ask(PlainHttp connection, long number) throws IOException;
  }

  /**
   * Arrivals at this port.
   *
   * @param connections how many are answered at the same time at most; the others wait their turn,
   *     and their wait counts
   */
  OpenLoop(int port, int connections, Exchange exchange) {
    this.port = port;
    this.connections = connections;
    this.exchange = exchange;
  }

  /**
   * What came of one load.
   *
   * @param offered arrivals in a second
   * @param served answers in a second that were good, until the last was there
   * @param p50Millis half of them took no longer
   * @param p99Millis all but a hundredth took no longer
   * @param failed answers that were not 2xx, and broken connections
   */
  record Load(
      double offered, double served, double p50Millis, double p99Millis, long asked, long failed) {

    /** Whether everybody was served within that time, and as fast as they came. */
    boolean isServed(double withinMillis) {
      return failed == 0 && p99Millis <= withinMillis && served >= 0.95 * offered;
    }
  }

  /**
   * Lets them come.
   *
   * @param perSecond arrivals
   * @param firstNumber of the first arrival, counted on from there
   */
  Load run(double perSecond, double seconds, long firstNumber) throws InterruptedException {
    long arrivals = Math.max(1, Math.round(perSecond * seconds));
    AtomicLong next = new AtomicLong();
    AtomicLong failed = new AtomicLong();
    List<Histogram> histograms = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime() + 50_000_000;
    for (int i = 0; i < connections; i++) {
      Histogram histogram = new Histogram(LONGEST_MICROS, 3);
      histograms.add(histogram);
      Thread thread =
          new Thread(
              () -> serve(start, perSecond, arrivals, firstNumber, next, failed, histogram),
              "arrivals-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double took = (System.nanoTime() - start) / 1e9;
    Histogram all = new Histogram(LONGEST_MICROS, 3);
    histograms.forEach(all::add);
    return new Load(
        perSecond,
        (arrivals - failed.get()) / Math.max(took, arrivals / perSecond),
        all.getValueAtPercentile(50) / 1e3,
        all.getValueAtPercentile(99) / 1e3,
        arrivals,
        failed.get());
  }

  private void serve(
      long start,
      double perSecond,
      long arrivals,
      long firstNumber,
      AtomicLong next,
      AtomicLong failed,
      Histogram histogram) {
    PlainHttp connection = null;
    try {
      for (long i = next.getAndIncrement(); i < arrivals; i = next.getAndIncrement()) {
        long due = start + (long) (i / perSecond * 1e9);
        Waiting.untilNanos(due);
        try {
          if (connection == null) {
            connection = new PlainHttp(port);
          }
          PlainHttp.Reply reply = exchange.ask(connection, firstNumber + i);
          if (reply.status() / 100 != 2) {
            failed.incrementAndGet();
          }
          if (reply.closes()) {
            connection = closed(connection);
          }
        } catch (IOException broken) {
          failed.incrementAndGet();
          connection = closed(connection);
        }
        long micros = (System.nanoTime() - due) / 1_000;
        histogram.recordValue(Math.max(1, Math.min(micros, LONGEST_MICROS)));
      }
    } finally {
      closed(connection);
    }
  }

  private static @Nullable PlainHttp closed(@Nullable PlainHttp connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (IOException alreadyBroken) {
      // there is nothing left to close
    }
    return null;
  }
}
