package org.cocreation.launcher.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Platform;
import org.cocreation.launcher.process.LogFile;
import org.cocreation.launcher.process.Plan;
import org.cocreation.launcher.process.PlatformLock;
import org.cocreation.launcher.process.RunState;
import org.cocreation.launcher.process.Startable;
import org.cocreation.launcher.process.Surroundings;

/** Builds what is stale and starts the platform, here or in the background. */
final class Up implements Command {

  @Override
  public String name() {
    return "up";
  }

  @Override
  public String arguments() {
    return "[--detach]";
  }

  @Override
  public String purpose() {
    return "build what changed and start everything; Ctrl-C stops it";
  }

  @Override
  public int run(Context context, List<String> arguments) {
    boolean detach = arguments.equals(List.of("--detach"));
    if (!detach && !arguments.isEmpty()) {
      throw new Failure("up: expected nothing or --detach, got: " + String.join(" ", arguments));
    }
    Optional<RunState> running = context.running();
    if (running.isPresent()) {
      context
          .terminal()
          .say(
              "The platform is already running (process "
                  + running.get().pid()
                  + "). See: ./platform status");
      return 0;
    }
    // Tells other commands that something is on its way; two at once are told apart by the session.
    Optional<PlatformLock> building = PlatformLock.take(context.building());
    try {
      forgetOlderLaunchers(context.layout());
      Surroundings at = context.surroundings();
      List<Startable> plan = Plan.ready(at, context.terminal());
      return detach ? inTheBackground(context) : new Session(context, at).run(plan);
    } finally {
      building.ifPresent(PlatformLock::close);
    }
  }

  /**
   * The script runs the launcher from a copy for each build; nothing runs from the older ones now.
   */
  private static void forgetOlderLaunchers(Layout layout) {
    Path copies = layout.platform().resolve("launcher");
    Path own = Path.of(System.getProperty("java.class.path")).getParent();
    if (own == null || !copies.equals(own.getParent())) {
      return;
    }
    try (Stream<Path> all = Files.list(copies)) {
      all.filter(copy -> !copy.equals(own)).forEach(Layout::remove);
    } catch (IOException e) {
      throw new Failure("The launcher's copies in " + copies + " cannot be read", e);
    }
  }

  private static int inTheBackground(Context context) {
    Layout layout = context.layout();
    LogFile log = new LogFile(layout.log("platform"));
    Layout.made(layout.logs());
    Layout.made(layout.run());
    try {
      Files.deleteIfExists(log.file());
      Process process =
          new ProcessBuilder(command(context))
              .directory(layout.root().toFile())
              .redirectInput(nothing())
              .redirectErrorStream(true)
              .redirectOutput(log.file().toFile())
              .start();
      return follow(context, process, log);
    } catch (IOException e) {
      throw new Failure("The platform could not be started in the background", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted; the platform goes on starting. See: ./platform status");
    }
  }

  /** Shows what the background launcher says until it is ready or has ended. */
  private static int follow(Context context, Process process, LogFile log)
      throws InterruptedException {
    long shown = 0;
    while (true) {
      boolean alive = process.isAlive();
      String phase =
          RunState.read(context.layout().run())
              .filter(state -> state.pid() == process.pid())
              .map(RunState::phase)
              .orElse("starting");
      String news = log.since(shown);
      shown += news.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
      if (!news.isEmpty()) {
        context.terminal().say(news.stripTrailing());
      }
      if (phase.equals("ready")) {
        return 0;
      }
      if (!alive) {
        return 1;
      }
      process.waitFor(200, TimeUnit.MILLISECONDS);
    }
  }

  private static List<String> command(Context context) {
    List<String> command = new ArrayList<>();
    // A session of its own, so that closing the terminal does not end it.
    onPath("setsid").or(() -> onPath("nohup")).ifPresent(command::add);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dplatform.root=" + context.layout().root());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Platform.class.getName());
    context
        .commandLine()
        .forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    command.add("supervise");
    return command;
  }

  private static Optional<String> onPath(String program) {
    String path = System.getenv("PATH");
    for (String directory : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      Path candidate = Path.of(directory, program);
      if (Files.isExecutable(candidate)) {
        return Optional.of(candidate.toString());
      }
    }
    return Optional.empty();
  }

  private static File nothing() {
    File unix = new File("/dev/null");
    return unix.exists() ? unix : new File("NUL");
  }
}
