package org.cocreation.embedded.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down guessing: after {@value #FREE} failures in a row a name has to wait, 10 seconds at
 * first and twice as long after each further failure, up to 15 minutes. A success, or an hour of
 * quiet, forgets the failures. At most {@value #NAMES} names are remembered, the longest unused go
 * first.
 */
final class SignInThrottle {

  static final int FREE = 5;
  private static final int NAMES = 10_000;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private record Failures(int count, Instant last) {}

  private final Clock clock;
  private final Map<String, Failures> byName =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > NAMES;
        }
      };

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /** How long the name has to wait before it may try again; zero when it may try now. */
  synchronized Duration waitFor(String name) {
    Failures failures = byName.get(key(name));
    if (failures == null || failures.count() < FREE) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures.count() - FREE, 10);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    Duration left = Duration.between(clock.instant(), failures.last().plus(wait));
    return left.isNegative() ? Duration.ZERO : left;
  }

  synchronized void failed(String name) {
    Instant now = clock.instant();
    Failures before = byName.get(key(name));
    boolean inARow = before != null && before.last().plus(FORGOTTEN).isAfter(now);
    int count = before != null && inARow ? before.count() + 1 : 1;
    byName.put(key(name), new Failures(count, now));
  }

  synchronized void succeeded(String name) {
    byName.remove(key(name));
  }

  private static String key(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.substring(0, Math.min(lower.length(), 100));
  }
}
