package org.cocreation.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many who do something at the same moment. */
final class Crowd {

  private Crowd() {}

  /** What came of it for each. */
  static <R> List<R> together(int many, IntFunction<R> what) {
    ExecutorService threads = Executors.newFixedThreadPool(many);
    CountDownLatch now = new CountDownLatch(1);
    try {
      List<Future<R>> all = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        int who = i;
        all.add(
            threads.submit(
                () -> {
                  now.await();
                  return what.apply(who);
                }));
      }
      now.countDown();
      List<R> results = new ArrayList<>();
      for (Future<R> one : all) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
