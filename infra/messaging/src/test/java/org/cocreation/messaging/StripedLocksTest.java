package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StripedLocksTest {

  private volatile @Nullable Duration bound;
  private final StripedLocks locks = new StripedLocks(() -> bound);
  private final AtomicInteger tries = new AtomicInteger();
  private final List<Object> outcomes = new CopyOnWriteArrayList<>();

  @Test
  void whoQueuesBehindSomebodyWhoFindsTheStoreAwayIsToldAtOnce() throws Exception {
    MongoTimeoutException away = new MongoTimeoutException("away");
    queueBehind(away);
    assertThat(outcomes).containsOnly(away).hasSize(5);
    assertThat(tries).hasValue(1);
  }

  @Test
  void whoQueuesBehindManyChangesIsToldTheSame() throws Exception {
    MongoTimeoutException away = new MongoTimeoutException("away");
    Thread queued = new Thread(() -> outcomes.add(outcome(tries::incrementAndGet)));
    assertThatThrownBy(
            () ->
                locks.withAll(
                    List.of("a", "b"),
                    () -> {
                      queued.start();
                      await().until(() -> queued.getState() == Thread.State.WAITING);
                      throw away;
                    }))
        .isSameAs(away);
    queued.join();
    assertThat(outcomes).containsExactly(away);
    assertThat(tries).hasValue(0);
  }

  @Test
  void forWhomSomebodyWaitsQueuesForNoSingleOneLongerThanForTheStore() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Thread patient =
        new Thread(
            () ->
                locks.withAll(
                    List.of("a", "b"),
                    () -> {
                      inside.countDown();
                      waitFor(go);
                      return true;
                    }));
    patient.start();
    inside.await();
    bound = Duration.ofMillis(50);
    assertThat(outcome(tries::incrementAndGet)).isInstanceOf(MongoTimeoutException.class);
    assertThatThrownBy(() -> locks.withAll(List.of("b", "c"), tries::incrementAndGet))
        .isInstanceOf(MongoTimeoutException.class);
    assertThat(locks.<Integer>with("c", () -> 1)).isEqualTo(1);
    go.countDown();
    patient.join();
    assertThat(outcome(tries::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void whoSeesTheQueueMoveWaitsOn() throws Exception {
    bound = Duration.ofMillis(1_500);
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Thread one =
          new Thread(
              () ->
                  outcomes.add(
                      outcome(
                          () -> {
                            // a change that takes its time, though not too long
                            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                            return tries.incrementAndGet();
                          })));
      one.start();
      all.add(one);
    }
    for (Thread one : all) {
      one.join();
    }
    assertThat(outcomes).hasSize(20).doesNotHaveDuplicates().hasOnlyElementsOfType(Integer.class);
  }

  @Test
  void whoComesAfterwardsTriesAnew() throws Exception {
    queueBehind(new MongoTimeoutException("away"));
    assertThat(locks.with("a", tries::incrementAndGet)).isEqualTo(2);
  }

  @Test
  void whatIsWrongWithOneDecisionIsNotToldToOthers() throws Exception {
    queueBehind(new IllegalArgumentException("no"));
    assertThat(tries).hasValue(5);
    tries.set(0);
    outcomes.clear();
    queueBehind(new ConcurrentChangeException("seats", "a", 20));
    assertThat(tries).hasValue(5);
  }

  @Test
  void letsTheSameThreadInAgain() {
    assertThat(locks.<Integer>with("a", () -> locks.with("a", () -> 1))).isEqualTo(1);
  }

  /** The first of five fails when the four others have queued behind it; so would each of them. */
  private void queueBehind(RuntimeException failure) throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> all = new ArrayList<>();
    Supplier<Object> work =
        () -> {
          tries.incrementAndGet();
          inside.countDown();
          waitFor(go);
          throw failure;
        };
    for (int i = 0; i < 5; i++) {
      Thread one = new Thread(() -> outcomes.add(outcome(work)));
      one.start();
      all.add(one);
      inside.await();
    }
    await().until(() -> all.stream().allMatch(one -> one.getState() == Thread.State.WAITING));
    go.countDown();
    for (Thread one : all) {
      one.join();
    }
  }

  private Object outcome(Supplier<Object> work) {
    try {
      return locks.with("a", work);
    } catch (RuntimeException failure) {
      return failure;
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
