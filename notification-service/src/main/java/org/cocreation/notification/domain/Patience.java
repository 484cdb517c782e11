package org.cocreation.notification.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait and how often to try.
 *
 * @param lease how long a claim on a delivery holds; longer than any posting takes
 * @param attempts refusals for now after which a delivery has failed
 * @param firstPause after the first refusal; doubled after each further one
 * @param longestPause never more than this
 * @param awayPause while the mail server can't be reached
 */
public record Patience(
    Duration lease, int attempts, Duration firstPause, Duration longestPause, Duration awayPause) {

  /** The pause after that many refusals: exponential, with jitter of half of it either way. */
  Duration pause(int refusals, RandomGenerator random) {
    long doubled = firstPause.toMillis() << Math.min(refusals - 1, 30);
    long most = longestPause.toMillis();
    return jittered(Duration.ofMillis(doubled <= 0 || doubled > most ? most : doubled), random);
  }

  /** Between half and one and a half of a pause, so that not all come back at once. */
  static Duration jittered(Duration pause, RandomGenerator random) {
    long millis = pause.toMillis();
    return Duration.ofMillis(millis / 2 + random.nextLong(millis + 1));
  }
}
