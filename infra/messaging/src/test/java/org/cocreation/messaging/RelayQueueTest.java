package org.cocreation.messaging;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.cocreation.messaging.RelayQueue.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RelayQueueTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final RelayQueue queue = new RelayQueue(10_000, 10_000_000);

  private void save(int from, int to) {
    queue.saved(
        IntStream.range(from, to)
            .mapToObj(n -> new Waiting(new OutboxAddress("seats", "seat-" + n), List.of()))
            .toList());
  }

  private CompletableFuture<Integer> gathered(int many, Duration longest) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            queue.gather(many, longest);
            return queue.take(1_000, Long.MAX_VALUE, Duration.ZERO).size();
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
        });
  }

  @Test
  void gathersUntilEnoughWait() throws Exception {
    save(0, 2);
    CompletableFuture<Integer> batch = gathered(5, LONG);
    save(2, 4);
    assertThat(notYet(batch)).isTrue();
    save(4, 6);
    assertThat(batch.get(20, SECONDS)).isEqualTo(6);
  }

  @Test
  void doesNotGatherWhatWaitsAlready() throws Exception {
    save(0, 5);
    assertThat(gathered(5, LONG).get(20, SECONDS)).isEqualTo(5);
  }

  @Test
  void gathersForNoLongerThanItMay() throws Exception {
    save(0, 1);
    assertThat(gathered(5, Duration.ofMillis(20)).get(20, SECONDS)).isEqualTo(1);
    assertThat(gathered(5, Duration.ofMillis(-1)).get(20, SECONDS)).isZero();
  }

  @Test
  void gathersTheLongerTheDenserTheSavesCome() {
    assertThat(RelayLoop.gathering(0)).isZero();
    assertThat(RelayLoop.gathering(1)).isEqualTo(Duration.ofMillis(10));
    assertThat(RelayLoop.gathering(10)).isEqualTo(Duration.ofMillis(100));
    assertThat(RelayLoop.gathering(99)).isEqualTo(Duration.ofMillis(100));
    assertThat(RelayLoop.gathering(100)).isZero();
  }

  private static boolean notYet(CompletableFuture<Integer> batch) throws Exception {
    try {
      batch.get(200, MILLISECONDS);
      return false;
    } catch (TimeoutException waits) {
      return true;
    }
  }
}
