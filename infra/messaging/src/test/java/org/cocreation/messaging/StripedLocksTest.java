package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StripedLocksTest {

  private final StripedLocks locks = new StripedLocks();
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
