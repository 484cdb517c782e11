package org.cocreation.proof.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.guard.Guarded;
import org.jspecify.annotations.Nullable;

/**
 * A process that the proof itself keeps: started, killed, asked to end, started again. It ends with
 * the proof, even if that is killed.
 */
public final class Backing implements AutoCloseable {

  private static final Path SHELL = Path.of("/bin/sh");

  /** What the shell's limit counts in. */
  private static final int BLOCK = 512;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final int port;
  private final Path log;
  private @Nullable Process process;

  /** Something that the launcher would start itself, which must end when its input does. */
  public Backing(
      String name, List<String> command, Map<String, String> environment, int port, Path log) {
    this.name = name;
    this.command = new ArrayList<>(command);
    this.environment = environment;
    this.port = port;
    this.log = log;
  }

  /**
   * A program of the platform.
   *
   * @param port that it listens on when it is ready; 0 if that is seen otherwise
   */
  public Backing(
      String name,
      List<String> options,
      String classPath,
      List<String> mainAndArguments,
      Map<String, String> environment,
      int port,
      Path log) {
    this.name = name;
    this.environment = environment;
    this.port = port;
    this.log = log;
    command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, Guarded.class.getName()));
    command.addAll(mainAndArguments);
  }

  public String name() {
    return name;
  }

  public synchronized void start() {
    start(command);
  }

  /**
   * Starts it so that no file of its can grow beyond so many bytes: to the process, a full disk.
   * Only where {@link #canBeLimited()}.
   */
  public synchronized void startLimited(long bytes) {
    List<String> limited =
        new ArrayList<>(
            List.of(SHELL.toString(), "-c", "ulimit -f " + bytes / BLOCK + "; exec \"$@\"", name));
    limited.addAll(command);
    start(limited);
  }

  /** Whether this machine has a shell that limits the size of files. */
  public static boolean canBeLimited() {
    return Files.isExecutable(SHELL);
  }

  private void start(List<String> line) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until connections are taken. */
  public void awaitReady(double seconds) {
    long until = System.nanoTime() + (long) (seconds * 1e9);
    while (!listens()) {
      if (!isAlive()) {
        throw new Failure(name + " has ended; its log: " + log);
      }
      if (System.nanoTime() > until) {
        throw new Failure(name + " does not listen after " + seconds + " s; its log: " + log);
      }
      Waiting.millis(50);
    }
  }

  /** Waits until it has ended by itself. */
  public boolean ended(double seconds) {
    return Waiting.until(seconds, () -> !isAlive());
  }

  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** The process that runs now; -1 when none does. */
  public synchronized long pid() {
    return process == null ? -1 : process.pid();
  }

  /** SIGKILL; comes back when it is gone. */
  public synchronized void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      gone(running);
    }
  }

  /** SIGTERM; comes back when it is gone. */
  public synchronized void terminate() {
    Process running = process;
    if (running != null) {
      running.destroy();
      gone(running);
    }
  }

  /** Ends it as the launcher does: by the end of its input. */
  @Override
  public synchronized void close() {
    Process running = process;
    process = null;
    if (running == null) {
      return;
    }
    try (OutputStream input = running.getOutputStream()) {
      input.flush();
    } catch (IOException e) {
      running.destroy();
    }
    gone(running);
  }

  private void gone(Process running) {
    try {
      if (!running.waitFor(90, TimeUnit.SECONDS)) {
        running.destroyForcibly();
        running.waitFor();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
