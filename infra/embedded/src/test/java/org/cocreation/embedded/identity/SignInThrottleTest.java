package org.cocreation.embedded.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private Instant now = Instant.parse("2020-02-13T16:30:00Z");
  private final SignInThrottle throttle =
      new SignInThrottle(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void letsANameTryAFewTimesThenMakesItWaitLongerEachTime() {
    fail(SignInThrottle.FREE - 1);
    assertThat(throttle.waitFor("ana")).isZero();
    fail(1);
    assertThat(throttle.waitFor("ana")).isEqualTo(Duration.ofSeconds(10));
    fail(1);
    assertThat(throttle.waitFor("ANA ")).isEqualTo(Duration.ofSeconds(20));
    fail(20);
    assertThat(throttle.waitFor("ana")).isEqualTo(Duration.ofMinutes(15));
    assertThat(throttle.waitFor("bert")).isZero();
  }

  @Test
  void forgetsAfterASuccessAndAfterAnHourOfQuiet() {
    fail(6);
    now = now.plus(Duration.ofSeconds(21));
    assertThat(throttle.waitFor("ana")).isZero();
    throttle.succeeded("ana");
    fail(1);
    assertThat(throttle.waitFor("ana")).isZero();
    fail(10);
    now = now.plus(Duration.ofHours(2));
    fail(1);
    assertThat(throttle.waitFor("ana")).isZero();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed("ana");
    }
  }
}
