package org.cocreation.registration.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cocreation.defaults.ProblemException;
import org.springframework.http.HttpStatus;

/**
 * How often somebody may knock. Each knocker has a bucket; only so many are remembered, and the one
 * longest unheard of is forgotten first, so that memory stays bounded whoever knocks.
 */
final class RateLimits {
  private final int limit;
  private final Duration period;
  private final Map<String, Bucket> buckets;

  RateLimits(int limit, Duration period, int remembered) {
    this.limit = limit;
    this.period = period;
    this.buckets =
        new LinkedHashMap<>(256, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > remembered;
          }
        };
  }

  /** Lets the knocker through, or tells when to come back. */
  void knock(String knocker) {
    ConsumptionProbe probe = bucket(knocker).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
      throw new ProblemException(
              HttpStatus.TOO_MANY_REQUESTS,
              "too-many-requests",
              "Too many requests from here. Wait " + wait.toSeconds() + " seconds, then try again.")
          .retryAfter(wait);
    }
  }

  private Bucket bucket(String knocker) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          knocker,
          unheard ->
              Bucket.builder()
                  .addLimit(rule -> rule.capacity(limit).refillGreedy(limit, period))
                  .build());
    }
  }

  int remembered() {
    synchronized (buckets) {
      return buckets.size();
    }
  }
}
