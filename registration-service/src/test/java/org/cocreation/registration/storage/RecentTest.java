package org.cocreation.registration.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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

  @Test
  void whoAsksWhileItIsLoadedWaitsForIt() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Thread first =
        new Thread(
            () ->
                recent.get(
                    "a",
                    () -> {
                      loading.countDown();
                      awaitUnchecked(go);
                      return loaded();
                    }));
    Thread second = new Thread(() -> recent.get("a", this::loaded));
    first.start();
    loading.await();
    second.start();
    await().until(() -> second.getState() == Thread.State.BLOCKED || loads.get() > 0);
    go.countDown();
    first.join();
    second.join();

    assertThat(loads).hasValue(1);
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
