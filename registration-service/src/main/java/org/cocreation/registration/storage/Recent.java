package org.cocreation.registration.storage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

  /**
   * What is kept, if it is recent; otherwise what is loaded now. Whoever asks for the same
   * meanwhile waits for it instead of loading it too.
   */
  Optional<V> get(K key, Supplier<Optional<V>> load) {
    Loaded<V> known = kept.get(key);
    if (known != null && isRecent(known)) {
      return Optional.of(known.value());
    }
    return Optional.ofNullable(
            kept.compute(
                key, (same, other) -> other != null && isRecent(other) ? other : loaded(load)))
        .map(Loaded::value);
  }

  private @Nullable Loaded<V> loaded(Supplier<Optional<V>> load) {
    long now = nanoTime.getAsLong();
    return load.get().map(value -> new Loaded<>(value, now)).orElse(null);
  }

  private boolean isRecent(Loaded<V> known) {
    return nanoTime.getAsLong() - known.at() <= keptNanos;
  }

  /** The next one asks anew. */
  void forget(K key) {
    kept.remove(key);
  }
}
