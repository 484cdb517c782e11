package org.cocreation.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.launcher.guard.Guarded;
import org.cocreation.launcher.process.Keeper.Patience;

/** Tiny processes that wait for one another as the platform's do. */
final class TinyPlatform {

  static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofMillis(50),
          Duration.ofMillis(400),
          Duration.ofSeconds(60),
          Duration.ofMillis(30));

  final Path directory;
  final List<Startable> processes = new ArrayList<>();

  TinyPlatform(Path directory) {
    this.directory = directory;
  }

  /** A broker, a service that waits for it, and a portal that waits for the service. */
  static TinyPlatform usual(Path directory) throws IOException {
    TinyPlatform platform = new TinyPlatform(directory);
    platform.add("broker", Set.of());
    platform.add("service", Set.of("broker"));
    platform.add("portal", Set.of("service"));
    return platform;
  }

  Startable add(String name, Set<String> waitsFor, String... more) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Guarded.class.getName(), TinyProcess.class.getName()));
    command.addAll(List.of(name, "" + port, journal().toString()));
    command.addAll(List.of(more));
    Startable startable =
        new Startable(
            name,
            waitsFor,
            Check.listens(port),
            "port " + port,
            command,
            Map.of(),
            directory.resolve(name + ".log"));
    processes.add(startable);
    return startable;
  }

  Path journal() {
    return directory.resolve("journal");
  }

  List<String> noted() {
    try {
      return Files.exists(journal()) ? Files.readAllLines(journal()) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Who started, in the order of starting. */
  List<String> starts() {
    return noted().stream()
        .filter(l -> l.startsWith("start"))
        .map(l -> l.split(" ", -1)[1])
        .toList();
  }

  /** Who ended in an orderly way, in the order of ending. */
  List<String> stops() {
    return noted().stream()
        .filter(l -> l.startsWith("stop"))
        .map(l -> l.split(" ", -1)[1])
        .toList();
  }

  /** The process ids of all that ever started. */
  List<Long> pids() {
    return noted().stream()
        .filter(l -> l.startsWith("start"))
        .map(l -> Long.valueOf(l.split(" ", -1)[2]))
        .toList();
  }

  static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** A launcher of tiny processes that stays until it is killed: {@code DIRECTORY}. */
  static final class Launcher {

    private Launcher() {}

    public static void main(String[] args) throws Exception {
      TinyPlatform platform = usual(Path.of(args[0]));
      Supervisor supervisor = new Supervisor(platform.processes, SHORT, news -> {}, () -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop));
      supervisor.start();
      Files.writeString(platform.directory.resolve("ready"), "ready");
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }
}
