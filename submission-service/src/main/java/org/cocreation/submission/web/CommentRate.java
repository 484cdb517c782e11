package org.cocreation.submission.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cocreation.defaults.ProblemException;
import org.cocreation.submission.SubmissionProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps one address from flooding the moderators. Addresses are in memory only, at most so many,
 * the longest silent forgotten first; none is logged or kept.
 */
@Component
final class CommentRate {

  private final SubmissionProperties.Comments settings;
  private final Map<String, Bucket> buckets;

  CommentRate(SubmissionProperties properties) {
    this.settings = properties.comments();
    this.buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > settings.addresses();
          }
        };
  }

  /** Lets a comment pass, or says when to come again. */
  void pass(HttpServletRequest request) {
    ConsumptionProbe probe = bucket(address(request)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
      throw new ProblemException(
              HttpStatus.TOO_MANY_REQUESTS,
              "too-many-comments",
              "Many comments came from your address in a short time. Please send this one again in a while.")
          .retryAfter(wait);
    }
  }

  int remembered() {
    synchronized (buckets) {
      return buckets.size();
    }
  }

  private Bucket bucket(String address) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(address, unknown -> newBucket());
    }
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(settings.burst())
                .refillGreedy(settings.perMinute(), Duration.ofMinutes(1))
                .build())
        .build();
  }

  private String address(HttpServletRequest request) {
    String direct = request.getRemoteAddr();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null || forwarded.isBlank() || !settings.trustedProxies().contains(direct)) {
      return direct;
    }
    String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return last.isEmpty() || last.length() > 64 ? direct : last;
  }
}
