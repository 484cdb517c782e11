package org.cocreation.embedded.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for senders on the loopback address. At most {@value #MAX_CONNECTIONS} are served at
 * once; more are told to come back (421).
 */
final class SmtpListener implements AutoCloseable {

  static final int MAX_CONNECTIONS = 100;

  private static final Logger log = LoggerFactory.getLogger(SmtpListener.class);
  private static final int IDLE_MILLIS = 60_000;

  private final ServerSocket server;
  private final SmtpDialogue.Taker taker;
  private final long maxMessageBytes;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(MAX_CONNECTIONS);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * Starts listening.
   *
   * @param port 0 for a free one
   * @throws UncheckedIOException when the port is taken, with the port in its message
   */
  SmtpListener(int port, long maxMessageBytes, SmtpDialogue.Taker taker) {
    this.taker = taker;
    this.maxMessageBytes = maxMessageBytes;
    try {
      server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MAX_CONNECTIONS);
    } catch (IOException e) {
      throw new UncheckedIOException("no mail can be taken on port " + port, e);
    }
    Thread accepting = new Thread(this::accept, "smtp-accept");
    accepting.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        serve(socket);
      } catch (IOException e) {
        if (!server.isClosed()) {
          log.warn("A sender could not be let in", e);
        }
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    boolean placed = places.tryAcquire();
    if (!placed) {
      try (socket) {
        SmtpDialogue.turnAway(socket.getOutputStream());
      } finally {
        open.remove(socket);
      }
      return;
    }
    try {
      threads.execute(() -> converse(socket));
    } catch (RejectedExecutionException e) {
      places.release();
      socket.close();
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      socket.setSoTimeout(IDLE_MILLIS);
      socket.setTcpNoDelay(true);
      new SmtpDialogue(socket.getInputStream(), socket.getOutputStream(), maxMessageBytes, taker)
          .run();
    } catch (IOException e) {
      log.debug("A sender went away", e);
    } finally {
      open.remove(socket);
      places.release();
    }
  }

  /** Stops listening and hangs up on everyone; what was acknowledged is kept. */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      log.debug("A connection did not close", e);
    }
    threads.shutdownNow();
  }
}
