package org.cocreation.proof.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The network between the services and one backing service: a TCP proxy on the loopback address
 * whose trouble can be changed at any moment.
 */
final class Gate implements AutoCloseable {

  /** What the network does to who passes. */
  enum Trouble {
    NONE,
    /** Nobody listens: connections are refused, and those that were open are reset. */
    AWAY,
    /** Each piece of data arrives late. */
    SLOW,
    /** A connection is reset after a while, in the middle of what it carries. */
    RESETS,
    /** Requests arrive, answers do not: the connection is reset in their place. */
    ANSWER_LOST,
    /** Everything is swallowed; connections stay open. */
    BLACK_HOLE,
    /**
     * The far end is gone and the near one is not told: what was open, and later what has carried
     * enough, stays open and silent, also after the trouble; a new connection works.
     */
    HALF_OPEN
  }

  private static final int PIECE = 16 * 1024;
  private static final int FEWEST_BYTES = 50_000;
  private static final int MOST_BYTES = 500_000;
  private static final int LATENESS_MILLIS = 2_000;
  private static final int ANSWERS_BEFORE_ONE_IS_LOST = 40;

  private final InetSocketAddress target;
  private final int port;
  private final Random random;
  private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
  private volatile Trouble trouble = Trouble.NONE;
  private volatile boolean closed;
  private @Nullable ServerSocket listener;

  /** A gate to a port of this machine, itself on another. */
  Gate(int port, int target, long seed) {
    this.port = port;
    this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), target);
    this.random = new Random(seed);
    listen();
  }

  int port() {
    return port;
  }

  /** From now on. */
  synchronized void trouble(Trouble next) {
    Trouble before = trouble;
    trouble = next;
    if (next == Trouble.AWAY) {
      stopListening();
      passages.forEach(Passage::reset);
    } else if (before == Trouble.AWAY) {
      listen();
    }
    if (next == Trouble.HALF_OPEN) {
      passages.forEach(Passage::loseFarEnd);
    }
    if (next == Trouble.NONE && before == Trouble.BLACK_HOLE) {
      // What was swallowed is gone: a connection that lost a part of its data cannot go on.
      passages.forEach(Passage::reset);
    }
  }

  private synchronized void listen() {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      listener = socket;
      start("gate-" + port, () -> accept(socket));
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " cannot be listened on", e);
    }
  }

  private synchronized void stopListening() {
    ServerSocket open = listener;
    listener = null;
    if (open != null) {
      quietly(open);
    }
  }

  private void accept(ServerSocket socket) {
    while (!closed && !socket.isClosed()) {
      try {
        Passage passage = new Passage(socket.accept());
        passages.add(passage);
        start("passage-" + port, passage::open);
      } catch (IOException stopped) {
        return;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    stopListening();
    passages.forEach(Passage::reset);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void quietly(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      // It is as closed as it can be.
    }
  }

  private synchronized int some(int fewest, int most) {
    return fewest + random.nextInt(most - fewest);
  }

  /** One connection. */
  private final class Passage {

    private final Socket here;
    private final Socket there = new Socket();
    private final AtomicInteger bytesLeft = new AtomicInteger(some(FEWEST_BYTES, MOST_BYTES));
    private final AtomicInteger answersLeft =
        new AtomicInteger(some(1, ANSWERS_BEFORE_ONE_IS_LOST));
    private volatile boolean farEndLost;

    Passage(Socket here) {
      this.here = here;
    }

    void open() {
      try {
        there.connect(target, 1_000);
        here.setTcpNoDelay(true);
        there.setTcpNoDelay(true);
        if (trouble == Trouble.AWAY || closed) {
          reset();
          return;
        }
        start("answers-" + port, () -> carry(there, here, true));
        carry(here, there, false);
      } catch (IOException away) {
        reset();
      }
    }

    private void carry(Socket from, Socket to, boolean answers) {
      byte[] piece = new byte[PIECE];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        int read = in.read(piece);
        while (read >= 0) {
          if (passes(read, answers) && !farEndLost) {
            pass(piece, read, out);
          }
          read = in.read(piece);
        }
      } catch (IOException broken) {
        // The other direction is ended with it.
      } finally {
        if (!(farEndLost && answers)) {
          reset();
        }
      }
    }

    private void pass(byte[] piece, int length, OutputStream out) throws IOException {
      try {
        out.write(piece, 0, length);
        out.flush();
      } catch (IOException gone) {
        if (!farEndLost) {
          throw gone;
        }
      }
    }

    private boolean passes(int bytes, boolean answer) throws IOException {
      switch (trouble) {
        case SLOW -> {
          try {
            Thread.sleep(LATENESS_MILLIS / 2);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
          }
        }
        case RESETS -> {
          if (bytesLeft.addAndGet(-bytes) < 0) {
            throw new IOException("reset");
          }
        }
        case ANSWER_LOST -> {
          if (answer) {
            if (answersLeft.decrementAndGet() <= 0) {
              throw new IOException("the answer is lost");
            }
          }
        }
        case BLACK_HOLE -> {
          return false;
        }
        case HALF_OPEN -> {
          if (bytesLeft.addAndGet(-bytes) < 0) {
            loseFarEnd();
          }
        }
        case NONE, AWAY -> {}
      }
      return true;
    }

    /** Leaves whoever called with an open connection that nobody is at the other end of. */
    void loseFarEnd() {
      farEndLost = true;
      reset(there);
    }

    /** Ends it as a network that breaks does. */
    void reset() {
      passages.remove(this);
      reset(here);
      reset(there);
    }

    private static void reset(Socket socket) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException closedBefore) {
        // Then nothing is left to say.
      }
      quietly(socket);
    }
  }
}
