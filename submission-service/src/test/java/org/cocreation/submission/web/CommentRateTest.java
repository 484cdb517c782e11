package org.cocreation.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.cocreation.defaults.ProblemException;
import org.cocreation.submission.SubmissionProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class CommentRateTest {

  private final CommentRate rate =
      new CommentRate(
          new SubmissionProperties(
              new SubmissionProperties.Comments(3, 1, 10, Set.of("127.0.0.1")),
              new SubmissionProperties.Consultation(Duration.ofSeconds(30))));

  private static MockHttpServletRequest from(String address, @Nullable String forwarded) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    if (forwarded != null) {
      request.addHeader("X-Forwarded-For", forwarded);
    }
    return request;
  }

  private void passes(String address, @Nullable String forwarded) {
    assertThatCode(() -> rate.pass(from(address, forwarded))).doesNotThrowAnyException();
  }

  private void refuses(String address, @Nullable String forwarded) {
    assertThatThrownBy(() -> rate.pass(from(address, forwarded)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.slug()).isEqualTo("too-many-comments");
              assertThat(problem.retryAfter()).isPresent();
            });
  }

  @Test
  void letsABurstPassAndThenSaysWhenToComeAgain() {
    for (int i = 0; i < 3; i++) {
      passes("192.0.2.1", null);
    }
    refuses("192.0.2.1", null);
    passes("192.0.2.2", null);
  }

  @Test
  void believesAProxyOnlyIfItIsTrusted() {
    for (int i = 0; i < 3; i++) {
      passes("127.0.0.1", "203.0.113.9, 198.51.100.7");
    }
    refuses("127.0.0.1", "203.0.113.10, 198.51.100.7");
    passes("127.0.0.1", "198.51.100.8");
    for (int i = 0; i < 3; i++) {
      passes("192.0.2.3", "198.51.100." + i);
    }
    refuses("192.0.2.3", "198.51.100.99");
  }

  @Test
  void remembersOnlySoManyAddresses() {
    for (int i = 0; i < 100; i++) {
      passes("10.0.0." + i, null);
    }
    assertThat(rate.remembered()).isEqualTo(10);
  }
}
