package org.cocreation.registration.storage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

  private record Loaded<V>(V value, long at) {}

  /**
   * @param keep how old it may be
   * @param nanoTime a clock that nobody sets, as {@link System#nanoTime}
   */
  Recent(Duration keep, LongSupplier nanoTime) {
    this.keptNanos = keep.toNanos();
    this.nanoTime = nanoTime;
  }

  /** What is kept, if it is recent; otherwise what is loaded now. */
  Optional<V> get(K key, Supplier<Optional<V>> load) {
    long now = nanoTime.getAsLong();
    Loaded<V> known = kept.get(key);
    if (known != null && now - known.at() <= keptNanos) {
      return Optional.of(known.value());
    }
    Optional<V> loaded = load.get();
    loaded.ifPresentOrElse(
        value -> kept.put(key, new Loaded<>(value, now)), () -> kept.remove(key));
    return loaded;
  }

  /** The next one asks anew. */
  void forget(K key) {
    kept.remove(key);
  }
}
