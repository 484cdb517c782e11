package org.cocreation.proof.store;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How long somebody else waits while one client writes in bulk without a pause, and how large the
 * store's files become meanwhile, for then the store has to write its file under load.
 */
final class Waits {

  private static final Duration BETWEEN = Duration.ofMillis(10);

  private final List<Long> nanos;
  private final long batches;
  private final long largestFiles;

  private Waits(List<Long> nanos, long batches, long largestFiles) {
    this.nanos = nanos;
    this.batches = batches;
    this.largestFiles = largestFiles;
  }

  /**
   * Writes and asks for so long.
   *
   * @param size documents, of which batches of random ones are saved
   * @param directory of the store's files
   */
  static Waits during(MongoClient client, int size, Duration duration, Path directory) {
    Aggregates busy = new Aggregates(client.getDatabase("benchmark"), "busy");
    busy.fillTo(size);
    // in a database of its own, for one database takes one writing command at a time
    Aggregates asked = new Aggregates(client.getDatabase("asked"), "single");
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Long> writing =
        CompletableFuture.supplyAsync(
            () -> {
              long batches = 0;
              while (!over.get()) {
                busy.saveAnyBatch();
                batches++;
              }
              return batches;
            });
    List<Long> nanos = new ArrayList<>();
    long largest = 0;
    long end = System.nanoTime() + duration.toNanos();
    for (int n = 0; System.nanoTime() < end && !writing.isDone(); n++) {
      long began = System.nanoTime();
      asked.insert(n);
      nanos.add(System.nanoTime() - began);
      if (n % 20 == 0) {
        largest = Math.max(largest, size(directory));
      }
      pause();
    }
    over.set(true);
    Collections.sort(nanos);
    return new Waits(nanos, writing.join(), largest);
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static long size(Path directory) {
    try {
      return StoreUnderTest.size(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The milliseconds within which so many of a hundred inserts were answered. */
  double milliseconds(double percent) {
    return nanos.get((int) Math.min(nanos.size() - 1L, (long) (nanos.size() * percent / 100)))
        / 1e6;
  }

  int inserts() {
    return nanos.size();
  }

  /** How many batches the other client saved meanwhile. */
  long batches() {
    return batches;
  }

  /** The most bytes that the store's files had. */
  long largestFiles() {
    return largestFiles;
  }
}
