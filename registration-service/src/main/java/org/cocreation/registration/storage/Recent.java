package org.cocreation.registration.storage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What was loaded a moment ago. Only what exists is kept, so it never holds more than there is.
 *
 * @param <K> what it is known by
 * @param <V> what is loaded
 */
final class Recent<K, V> {
  private final long keptNanos;
  private final LongSupplier nanoTime;
  private final Map<K, Loaded<V>> kept = new ConcurrentHashMap<>();
  private final Map<K, CompletableFuture<Optional<V>>> loading = new ConcurrentHashMap<>();

  private record Loaded<V>(V value, long at) {}

  /**
   * @param keep how old it may be
   * @param nanoTime a clock that nobody sets, as {@link System#nanoTime}
   */
  Recent(Duration keep, LongSupplier nanoTime) {
    this.keptNanos = keep.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * What is kept, if it is recent; otherwise what is loaded now. Whoever asks for the same
   * meanwhile waits for it instead of loading it too, and fails with it if it fails: one after the
   * other they would wait for a store that is away many times over.
   */
  Optional<V> get(K key, Supplier<Optional<V>> load) {
    Loaded<V> known = kept.get(key);
    if (known != null && nanoTime.getAsLong() - known.at() <= keptNanos) {
      return Optional.of(known.value());
    }
    CompletableFuture<Optional<V>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<V>> others = loading.putIfAbsent(key, mine);
    if (others != null) {
      return joined(others);
    }
    long now = nanoTime.getAsLong();
    try {
      Optional<V> value = load.get();
      keep(key, mine, value, now);
      mine.complete(value);
      return value;
    } catch (RuntimeException | Error failure) {
      loading.remove(key, mine);
      mine.completeExceptionally(failure);
      throw failure;
    }
  }

  /** Unless it was forgotten while it was loaded. */
  private void keep(K key, CompletableFuture<Optional<V>> mine, Optional<V> value, long at) {
    loading.compute(
        key,
        (same, current) -> {
          if (current != mine) {
            return current;
          }
          value.ifPresentOrElse(it -> kept.put(key, new Loaded<>(it, at)), () -> kept.remove(key));
          return null;
        });
  }

  private static <V> Optional<V> joined(CompletableFuture<Optional<V>> load) {
    try {
      return load.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw failed;
    }
  }

  /** The next one asks anew. */
  void forget(K key) {
    loading.compute(
        key,
        (same, current) -> {
          kept.remove(key);
          return null;
        });
  }
}
