package org.cocreation.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Asks within a second, one caller at a time, and remembers the answer for a moment, however often
 * it is probed.
 */
abstract class BriefHealth implements HealthIndicator {

  private static final Duration PATIENCE = Duration.ofMillis(900);
  private static final Duration REMEMBERED = Duration.ofSeconds(1);

  private @Nullable Health last;
  private long askedAt;

  @Override
  public final synchronized Health health() {
    if (last == null || System.nanoTime() - askedAt > REMEMBERED.toNanos()) {
      last = answer();
      askedAt = System.nanoTime();
    }
    return last;
  }

  private Health answer() {
    try {
      return ask(PATIENCE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Health.unknown().build();
    }
  }

  /** Asks now. */
  protected abstract Health ask(Duration patience) throws InterruptedException;
}
