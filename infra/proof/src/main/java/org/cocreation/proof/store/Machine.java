package org.cocreation.proof.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the machine gives at the moment, so that a reader can tell a slow machine from a slow store.
 */
final class Machine {

  private static final Path STATISTICS = Path.of("/proc/stat");
  private static final int STEPS = 200_000_000;
  private static final int ROUND_TRIPS = 30_000;
  private static final int TICKS_PER_SECOND = 100;

  /** The columns of the first line that are not work: the word itself, idle, waiting for a disk. */
  private static final int IDLE = 4;

  private static final int WAITING = 5;
  private static final int STOLEN = 8;

  private Machine() {}

  /** How many million steps of simple arithmetic one processor does in a second of its time. */
  static double millionStepsPerSecond() {
    double best = 0;
    long sum = 0;
    for (int attempt = 0; attempt < 3; attempt++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long x = 88172645463325252L;
      for (int i = 0; i < STEPS; i++) {
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
      }
      sum += x;
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      best = Math.max(best, STEPS * 1e3 / nanos);
    }
    return sum == 0 ? 0 : best;
  }

  /** Microseconds of processor that 100 bytes there and back between two threads take. */
  static double socketRoundTrip() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket other = server.accept()) {
      client.setTcpNoDelay(true);
      other.setTcpNoDelay(true);
      Thread echo = new Thread(() -> echo(other), "echo");
      echo.setDaemon(true);
      echo.start();
      exchange(client);
      Duration before = own();
      exchange(client);
      return own().minus(before).toNanos() / 1e3 / ROUND_TRIPS;
    }
  }

  private static void exchange(Socket client) throws IOException {
    byte[] message = new byte[100];
    for (int i = 0; i < ROUND_TRIPS; i++) {
      client.getOutputStream().write(message);
      if (client.getInputStream().readNBytes(message, 0, message.length) < message.length) {
        throw new IOException("The echo ended");
      }
    }
  }

  private static void echo(Socket socket) {
    byte[] message = new byte[100];
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      for (int read = in.read(message); read > 0; read = in.read(message)) {
        out.write(message, 0, read);
      }
    } catch (IOException over) {
      // whoever asked for the echo has closed the socket
    }
  }

  /** What this process has used of the processors so far. */
  static Duration own() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * What all processes have used of the processors so far, and the host has taken away; zero where
   * that cannot be known.
   */
  static Duration everybody() {
    if (!Files.isReadable(STATISTICS)) {
      return Duration.ZERO;
    }
    try {
      String[] columns = Files.readAllLines(STATISTICS).get(0).split("\\s+", -1);
      long ticks = 0;
      for (int i = 1; i <= STOLEN && i < columns.length; i++) {
        ticks += i == IDLE || i == WAITING ? 0 : Long.parseLong(columns[i]);
      }
      return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
