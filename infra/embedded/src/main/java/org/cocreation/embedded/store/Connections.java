package org.cocreation.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for clients, and has a thread for each of them. */
final class Connections implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  private static final int WAITING_TO_CONNECT = 100;
  private static final int MOST_CONNECTIONS = 2_000;
  private static final Duration AFTER_FAILURE = Duration.ofMillis(100);
  private static final Duration TO_FINISH = Duration.ofSeconds(10);

  private final StoreBackend backend;
  private final ServerSocket socket;
  private final Map<Connection, Thread> open = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * Listens from now on.
   *
   * @throws PortTakenException if something else listens there
   */
  Connections(StoreBackend backend, String host, int port) {
    this.backend = backend;
    try {
      socket = new ServerSocket(port, WAITING_TO_CONNECT, InetAddress.getByName(host));
    } catch (BindException e) {
      throw new PortTakenException(host, port, e);
    } catch (IOException e) {
      throw new UncheckedIOException("The store cannot listen at " + host + ":" + port, e);
    }
    Thread accepting = new Thread(this::accept, "store-connections");
    accepting.setDaemon(true);
    accepting.start();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private void accept() {
    while (!closed) {
      try {
        serve(socket.accept());
      } catch (IOException e) {
        if (!closed) {
          LOG.warn("A client could not connect: {}", e.getMessage());
          LockSupport.parkNanos(AFTER_FAILURE.toNanos());
        }
      }
    }
  }

  private void serve(Socket client) throws IOException {
    if (open.size() >= MOST_CONNECTIONS) {
      client.close();
      throw new IOException("there are " + MOST_CONNECTIONS + " connections already");
    }
    client.setTcpNoDelay(true);
    Connection connection = new Connection(client, backend);
    Thread thread =
        new Thread(
            () -> {
              try {
                connection.run();
              } finally {
                open.remove(connection);
              }
            },
            "store-client-" + client.getPort());
    thread.setDaemon(true);
    open.put(connection, thread);
    thread.start();
    if (closed) {
      connection.finish();
    }
  }

  /** Accepts nothing more, and waits for the commands that run. */
  @Override
  public void close() {
    closed = true;
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("It was closed already: {}", e.getMessage());
    }
    open.keySet().forEach(Connection::finish);
    long until = System.nanoTime() + TO_FINISH.toNanos();
    try {
      for (Thread thread : open.values()) {
        thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!open.isEmpty()) {
      LOG.warn("{} commands are still running", open.size());
    }
  }
}
