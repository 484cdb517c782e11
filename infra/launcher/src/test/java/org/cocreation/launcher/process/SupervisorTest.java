package org.cocreation.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SupervisorTest {

  private static final int INTERRUPT = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @SuppressWarnings("NullAway.Init")
  private TinyPlatform platform;

  @SuppressWarnings("NullAway.Init")
  private Supervisor supervisor;

  private final List<String> news = new CopyOnWriteArrayList<>();

  @BeforeEach
  void prepare() throws IOException {
    platform = TinyPlatform.usual(directory);
  }

  @AfterEach
  void stopAll() {
    if (supervisor != null) {
      supervisor.stop();
    }
    platform.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
  }

  @Test
  void startsEachProcessAfterThoseItWaitsForAndStopsThemInReverse() {
    supervise();
    assertThat(supervisor.start()).isEmpty();
    assertThat(supervisor.isReady()).isTrue();
    assertThat(platform.starts()).containsExactly("broker", "service", "portal");
    assertThat(news).hasSize(3).first().asString().contains("broker", "ready after", "port ");

    supervisor.stop();
    assertThat(platform.stops()).containsExactly("portal", "service", "broker");
    assertThat(platform.pids()).noneMatch(TinyPlatform::isAlive);
  }

  @Test
  void startsAProcessAgainThatWasKilledAndSaysSo() {
    supervise();
    supervisor.start();
    long killed = pidOf("service");
    ProcessHandle.of(killed).ifPresent(ProcessHandle::destroyForcibly);

    await().atMost(PATIENCE).until(() -> supervisor.isReady() && pidOf("service") != killed);
    assertThat(news)
        .anyMatch(line -> line.startsWith("service ended") && line.contains("again in"));
    assertThat(platform.starts()).containsExactly("broker", "service", "portal", "service");
  }

  @Test
  void pausesLongerEachTimeAProcessEndsInARow() {
    supervise();
    supervisor.start();
    for (int times = 1; times <= 3; times++) {
      long killed = pidOf("broker");
      ProcessHandle.of(killed).ifPresent(ProcessHandle::destroyForcibly);
      await().atMost(PATIENCE).until(() -> supervisor.isReady() && pidOf("broker") != killed);
    }
    assertThat(news.stream().filter(line -> line.contains("starting it again in")))
        .extracting(line -> line.replaceAll(".*again in ", ""))
        .containsExactly("50 ms", "100 ms", "200 ms");
  }

  @Test
  void namesTheProcessTheReasonAndTheLogWhenAStartFails() throws Exception {
    platform.add("identity", Set.of(), "fails");
    platform.add("later", Set.of("identity"));
    supervise();

    List<String> failure = supervisor.start().orElseThrow();
    supervisor.stop();
    assertThat(String.join("\n", failure))
        .contains("identity did not start: exit code 7")
        .contains("the key cocreation.link-key is missing")
        .contains(directory.resolve("identity.log").toString())
        .doesNotContain("\tat ");
    assertThat(platform.starts()).doesNotContain("later", "identity");
    assertThat(platform.pids()).noneMatch(TinyPlatform::isAlive);
  }

  @Test
  void givesUpOnAProcessThatIsNotReadyInTime() throws Exception {
    Startable deaf = platform.add("deaf", Set.of());
    platform.processes.set(
        3,
        new Startable(
            deaf.name(),
            Set.of(),
            Check.listens(1),
            "",
            deaf.command(),
            deaf.environment(),
            deaf.log()));
    Keeper.Patience hasty =
        new Keeper.Patience(
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofSeconds(60),
            Duration.ofMillis(30));
    supervisor = new Supervisor(List.of(platform.processes.get(3)), hasty, news::add, () -> {});

    assertThat(String.join("\n", supervisor.start().orElseThrow()))
        .contains("deaf did not start", "connection to port 1 within 3 s");
    supervisor.stop();
    assertThat(platform.pids()).noneMatch(TinyPlatform::isAlive);
  }

  @Test
  void pausesNoLongerThanAPersonSays() {
    Keeper.Patience brief = Keeper.Patience.USUAL.pausingAtMost(Duration.ofMillis(500));

    assertThat(brief.firstPause()).isEqualTo(Duration.ofMillis(500));
    assertThat(brief.longestPause()).isEqualTo(Duration.ofMillis(500));
    assertThat(Keeper.Patience.USUAL.pausingAtMost(Duration.ofSeconds(30)))
        .isEqualTo(Keeper.Patience.USUAL);
  }

  @Test
  void leavesNoOrphanWhenTheLauncherIsKilled() throws Exception {
    Process launcher = launcher();
    List<Long> children = platform.pids();
    assertThat(children).hasSize(3).allMatch(TinyPlatform::isAlive);

    launcher.destroyForcibly().waitFor();
    await().atMost(PATIENCE).until(() -> children.stream().noneMatch(TinyPlatform::isAlive));
    assertThat(platform.stops())
        .as("each stopped in an orderly way, by itself")
        .containsExactlyInAnyOrder("broker", "service", "portal");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void stopsInOrderOnAnInterruptThatReachesAllProcessesAtOnce() throws Exception {
    assumeFalse(ignoresInterrupts(), "whoever runs this in the background has interrupts ignored");
    Process launcher = launcher();
    List<String> command = new java.util.ArrayList<>(List.of("kill", "-INT", "" + launcher.pid()));
    platform.pids().forEach(pid -> command.add("" + pid));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();

    assertThat(launcher.waitFor(40, TimeUnit.SECONDS)).isTrue();
    assertThat(platform.stops()).containsExactly("portal", "service", "broker");
    assertThat(platform.pids()).noneMatch(TinyPlatform::isAlive);
  }

  /** A process hands that down to those that it starts. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(ignored -> ignored.testBit(INTERRUPT - 1));
  }

  private Process launcher() throws IOException {
    Process launcher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TinyPlatform.Launcher.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("launcher.log").toFile())
            .start();
    await().atMost(PATIENCE).until(() -> Files.exists(directory.resolve("ready")));
    return launcher;
  }

  private void supervise() {
    supervisor = new Supervisor(platform.processes, TinyPlatform.SHORT, news::add, () -> {});
  }

  private long pidOf(String name) {
    return supervisor.now().stream()
        .filter(kept -> kept.name().equals(name))
        .findFirst()
        .orElseThrow()
        .pid();
  }
}
