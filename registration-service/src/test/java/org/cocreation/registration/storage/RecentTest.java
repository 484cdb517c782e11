package org.cocreation.registration.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final AtomicLong now = new AtomicLong(-5);
  private final AtomicInteger loads = new AtomicInteger();
  private final Recent<String, Integer> recent = new Recent<>(Duration.ofNanos(100), now::get);

  private Optional<Integer> loaded() {
    return Optional.of(loads.incrementAndGet());
  }

  @Test
  void loadsOnceInAWhile() {
    assertThat(recent.get("a", this::loaded)).contains(1);
    now.addAndGet(100);
    assertThat(recent.get("a", this::loaded)).contains(1);
    now.addAndGet(1);
    assertThat(recent.get("a", this::loaded)).contains(2);
  }

  @Test
  void countsItsAgeFromBeforeItWasLoaded() {
    recent.get(
        "a",
        () -> {
          now.addAndGet(101);
          return loaded();
        });
    assertThat(recent.get("a", this::loaded)).contains(2);
  }

  @Test
  void asksAnewOnceItIsForgotten() {
    recent.get("a", this::loaded);
    recent.forget("a");
    assertThat(recent.get("a", this::loaded)).contains(2);
  }

  @Test
  void keepsNothingThatIsNotThere() {
    assertThat(recent.get("a", Optional::empty)).isEmpty();
    assertThat(recent.get("a", this::loaded)).contains(1);
  }
}
