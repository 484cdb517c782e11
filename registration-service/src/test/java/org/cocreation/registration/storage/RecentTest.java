package org.cocreation.registration.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
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
    assertThat(askedAtOnce(this::loaded)).containsOnly(Optional.of(1)).hasSize(5);
    assertThat(loads).hasValue(1);
  }

  @Test
  void whoWaitsForALoadThatFailsFailsWithItAndTheNextOneLoadsAnew() throws Exception {
    IllegalStateException away = new IllegalStateException("the store is away");
    List<Object> answers =
        askedAtOnce(
            () -> {
              loads.incrementAndGet();
              throw away;
            });
    assertThat(answers).containsOnly(away).hasSize(5);
    assertThat(loads).as("not one after the other").hasValue(1);
    assertThat(recent.get("a", this::loaded)).contains(2);
  }

  @Test
  void keepsNothingThatWasForgottenWhileItWasLoaded() {
    recent.get(
        "a",
        () -> {
          recent.forget("a");
          return loaded();
        });
    assertThat(recent.get("a", this::loaded)).contains(2);
  }

  /** What five are answered of whom four ask while the first one's is being loaded. */
  private List<Object> askedAtOnce(Supplier<Optional<Integer>> load) throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    List<Object> answers = new CopyOnWriteArrayList<>();
    Supplier<Optional<Integer>> slow =
        () -> {
          loading.countDown();
          awaitUnchecked(go);
          return load.get();
        };
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Thread one = new Thread(() -> answers.add(answer(slow)));
      one.start();
      all.add(one);
      loading.await();
    }
    await().until(() -> all.stream().allMatch(one -> one.getState() == Thread.State.WAITING));
    go.countDown();
    for (Thread one : all) {
      one.join();
    }
    return answers;
  }

  private Object answer(Supplier<Optional<Integer>> load) {
    try {
      return recent.get("a", load);
    } catch (IllegalStateException failure) {
      return failure;
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
