package org.cocreation.attendance;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.cocreation.attendance.domain.sheet.Later;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work one piece after the other; what finds no room or fails is left to the sweep. */
class InTurn implements Later, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(InTurn.class);
  private static final int WAITING = 100;

  private final ExecutorService worker;

  InTurn(String name) {
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> new Thread(work, name));
  }

  @Override
  public void soon(Runnable work) {
    try {
      worker.execute(
          () -> {
            try {
              work.run();
            } catch (RuntimeException trouble) {
              log.warn("Work was left to the sweep", trouble);
            }
          });
    } catch (RejectedExecutionException full) {
      log.info("Work is left to the sweep, as much of it waits already");
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
