package org.cocreation.launcher.command;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Terminal;
import org.cocreation.launcher.access.ProgrammeFile;
import org.cocreation.launcher.access.PublicApi;
import org.cocreation.launcher.access.SignIn;
import org.cocreation.launcher.process.PlatformLock;
import org.cocreation.launcher.process.RunState;
import org.cocreation.launcher.process.Startable;
import org.cocreation.launcher.process.Supervisor;
import org.cocreation.launcher.process.Surroundings;

/**
 * The platform running under this launcher: from the first process to the last. It ends with this
 * JVM: by Ctrl-C, by {@code platform down} (both stop the processes in order), or by a SIGKILL
 * (then each process sees that its launcher is gone and stops by itself).
 */
final class Session {

  private static final String SAMPLE =
      "registration-service/src/main/resources/samples/belize-2020.json";

  private static final Pattern SHAREABLE =
      Pattern.compile(
          "cocreation\\.(port-base|port\\.\\w+|public-url|issuer|audience|mail\\.host)");

  private final Context context;
  private final Surroundings at;
  private final Terminal terminal;
  private volatile String phase = "starting";

  Session(Context context, Surroundings at) {
    this.context = context;
    this.at = at;
    this.terminal = context.terminal();
  }

  /** Starts these processes and stays; comes back only when the start failed. */
  int run(List<Startable> plan) {
    long startedAt = System.nanoTime();
    Optional<PlatformLock> lock = takeLock();
    if (lock.isEmpty()) {
      terminal.complain("The platform was started by another launcher meanwhile.");
      return 1;
    }
    try (PlatformLock held = lock.get()) {
      return run(plan, startedAt, held);
    }
  }

  private int run(List<Startable> plan, long startedAt, PlatformLock held) {
    Supervisor[] made = new Supervisor[1];
    Supervisor supervisor =
        new Supervisor(plan, longestPause(), terminal::say, () -> write(made[0], held));
    made[0] = supervisor;
    Thread stop = new Thread(() -> stop(supervisor), "stop-platform");
    Runtime.getRuntime().addShutdownHook(stop);
    terminal.say("Starting " + plan.size() + " processes:");
    write(supervisor, held);
    Optional<List<String>> failure = supervisor.start();
    if (failure.isPresent()) {
      phase = "failed";
      write(supervisor, held);
      // Without a reason it was stopped while it started, by the person or by another launcher.
      if (!failure.get().isEmpty()) {
        terminal.complain(String.join("\n", failure.get()));
      }
      return 1;
    }
    sample();
    phase = "ready";
    write(supervisor, held);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedAt);
    terminal.say("The platform is ready (" + seconds + " s)." + whereToLook());
    stay();
    return 0;
  }

  private Duration longestPause() {
    String seconds = at.settings().get("cocreation.longest-pause", "30");
    try {
      return Duration.ofSeconds(Integer.parseUnsignedInt(seconds));
    } catch (NumberFormatException e) {
      throw new Failure("cocreation.longest-pause is a number of seconds, not " + seconds, e);
    }
  }

  private void sample() {
    if (!at.settings().get("cocreation.sample", "true").equals("true")) {
      return;
    }
    Path file = context.layout().root().resolve(SAMPLE);
    PublicApi api = new PublicApi(URI.create(at.portalUrl()));
    try {
      if (!Files.exists(file) || api.hasProgrammes()) {
        return;
      }
      Optional<String> token = at.settings().find("cocreation.token");
      if (token.isEmpty() && at.settings().find("cocreation.issuer").isPresent()) {
        terminal.say("The sample programme is not loaded: your identity provider signs people in.");
        return;
      }
      ProgrammeFile programme = ProgrammeFile.read(file);
      api.put(
          programme,
          token.orElseGet(
              () -> new SignIn(URI.create(at.issuer())).accessToken("coordinator", "coordinator")));
      terminal.say("Loaded the sample programme " + programme.id() + ".");
    } catch (Failure e) {
      terminal.complain("The sample programme could not be loaded. " + e.getMessage());
    }
  }

  private String whereToLook() {
    StringBuilder text = new StringBuilder();
    text.append("\n  Portal    ").append(at.publicUrl()).append('/');
    at.mailboxUrl().ifPresent(url -> text.append("\n  E-mails   ").append(url).append('/'));
    if (at.settings().find("cocreation.issuer").isEmpty()) {
      text.append("\n  Sign-ins  coordinator, committee-1 … committee-5, administrator");
      text.append(" (password: the same word)");
    }
    text.append("\n  See also  ./platform status, logs NAME, demo; down or Ctrl-C to stop");
    return text.toString();
  }

  private void stop(Supervisor supervisor) {
    terminal.say("Stopping …");
    supervisor.stop();
    terminal.say("Stopped. The data stays in " + context.layout().data());
  }

  private void write(Supervisor supervisor, PlatformLock held) {
    if (supervisor != null && held.isValid()) {
      synchronized (this) {
        new RunState(ProcessHandle.current().pid(), phase, shareable(), supervisor.now())
            .write(context.layout().run());
      }
    }
  }

  /** What other launchers need to know to find this platform; nothing secret. */
  private Map<String, String> shareable() {
    return at.settings().asMap().entrySet().stream()
        .filter(e -> SHAREABLE.matcher(e.getKey()).matches())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Optional<PlatformLock> takeLock() {
    // Another launcher that only looks whether the platform runs has it for a moment.
    for (int attempt = 0; attempt < 20; attempt++) {
      Optional<PlatformLock> lock = PlatformLock.take(context.layout().run());
      if (lock.isPresent()) {
        return lock;
      }
      pause();
    }
    return Optional.empty();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stay() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
