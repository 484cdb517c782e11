package org.cocreation.proof.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.cocreation.launcher.Failure;
import org.jspecify.annotations.Nullable;

/** Clients that ask one thing after the other, each over a connection of its own. */
final class Clients {

  private final int clients;
  private final int port;
  private final Exchange exchange;

  /** What is asked for each time. */
  @FunctionalInterface
  interface Exchange {
    PlainHttp.Reply ask(PlainHttp connection) throws IOException;
  }

  Clients(int clients, int port, Exchange exchange) {
    this.clients = clients;
    this.port = port;
    this.exchange = exchange;
  }

  /**
   * Lets them ask for so long.
   *
   * @return how often they were answered
   * @throws Failure when an answer was not 2xx
   */
  long run(double seconds) throws InterruptedException {
    long until = System.nanoTime() + (long) (seconds * 1e9);
    AtomicLong answered = new AtomicLong();
    AtomicReference<@Nullable RuntimeException> failed = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Thread thread =
          new Thread(
              () -> {
                try (PlainHttp connection = new PlainHttp(port)) {
                  while (System.nanoTime() < until) {
                    int status = exchange.ask(connection).status();
                    if (status / 100 != 2) {
                      throw new Failure("a client was answered " + status);
                    }
                    answered.incrementAndGet();
                  }
                } catch (IOException e) {
                  failed.set(new UncheckedIOException(e));
                } catch (RuntimeException e) {
                  failed.set(e);
                }
              },
              "client-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    RuntimeException trouble = failed.get();
    if (trouble != null) {
      throw trouble;
    }
    return answered.get();
  }
}
