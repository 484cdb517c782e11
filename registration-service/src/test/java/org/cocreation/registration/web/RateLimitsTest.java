package org.cocreation.registration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.cocreation.defaults.ProblemException;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  @Test
  void letsEverybodyKnockSoManyTimesAndSaysWhenToComeBack() {
    RateLimits limits = new RateLimits(2, Duration.ofHours(1), 100);
    limits.knock("ana");
    limits.knock("ana");

    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> limits.knock("ana"));

    assertThat(refused.status().value()).isEqualTo(429);
    assertThat(refused.retryAfter().orElseThrow())
        .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));
    assertThatCode(() -> limits.knock("ben")).doesNotThrowAnyException();
  }

  @Test
  void remembersABoundedNumberOfKnockers() {
    RateLimits limits = new RateLimits(1, Duration.ofHours(1), 100);
    for (int knocker = 0; knocker < 1000; knocker++) {
      limits.knock("knocker-" + knocker);
    }

    assertThat(limits.remembered()).isEqualTo(100);
  }
}
