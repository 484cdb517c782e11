package org.cocreation.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.command.Context;
import org.cocreation.launcher.process.PlatformLock;
import org.cocreation.launcher.process.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  private Runnable meanwhile = () -> {};
  private final ByteArrayOutputStream out =
      new ByteArrayOutputStream() {
        @Override
        public void flush() {
          meanwhile.run();
        }
      };
  private String answer = "";

  @SuppressWarnings("NullAway.Init")
  private Layout layout;

  @BeforeEach
  void layout() {
    layout = new Layout(root);
  }

  @Test
  void saysThatItIsAlreadyRunningInsteadOfStartingTwice() {
    Layout.made(layout.run());
    try (PlatformLock lock = PlatformLock.take(layout.run()).orElseThrow()) {
      assertThat(lock.isValid()).isTrue();
      new RunState(4242, "ready", Map.of(), List.of()).write(layout.run());
      assertThat(run("up")).isZero();
      assertThat(said()).contains("already running", "4242");
    }
  }

  @Test
  void waitsForAPlatformThatIsStillStarting() {
    Layout.made(layout.run());
    try (PlatformLock lock = PlatformLock.take(layout.run()).orElseThrow()) {
      assertThat(lock.isValid()).isTrue();
      new RunState(1, "starting", Map.of(), List.of()).write(layout.run());
      RunState ready = new RunState(1, "ready", Map.of(), List.of());
      meanwhile = () -> ready.write(layout.run());
      new Context(layout, terminal(), Map.of(), Map.of()).awaitReady();
      assertThat(said()).containsOnlyOnce("still starting");
      assertThat(RunState.running(layout.run())).contains(ready);
    }
  }

  @Test
  void waitsForAPlatformThatIsStillBeingBuilt() {
    List<PlatformLock> running = new ArrayList<>();
    try (PlatformLock building =
        PlatformLock.take(layout.run().resolve("building")).orElseThrow()) {
      assertThat(building.isValid()).isTrue();
      assertThat(run("status")).isEqualTo(3);
      assertThat(said()).contains("being built").doesNotContain("not running");
      meanwhile =
          () -> {
            if (running.isEmpty()) {
              running.add(PlatformLock.take(layout.run()).orElseThrow());
              new RunState(1, "ready", Map.of(), List.of()).write(layout.run());
            }
          };
      new Context(layout, terminal(), Map.of(), Map.of()).awaitReady();
      assertThat(said()).containsOnlyOnce("still starting");
      assertThat(running).hasSize(1);
    } finally {
      running.forEach(PlatformLock::close);
    }
  }

  @Test
  void theDemonstrationWaitsForWhatIsBeingBuiltUntilThatIsGivenUp() {
    PlatformLock building = PlatformLock.take(layout.run().resolve("building")).orElseThrow();
    meanwhile = building::close;
    assertThat(run("demo")).isEqualTo(1);
    assertThat(said()).contains("still starting", "not running");
  }

  @Test
  void waitsForNoPlatformThatDoesNotRun() {
    assertThat(run("demo")).isEqualTo(1);
    assertThat(said()).contains("not running").doesNotContain("still starting");
  }

  @Test
  void tellsWhatItCanDoAndWhatItDoesNotKnow() {
    assertThat(run("help")).isZero();
    assertThat(said()).contains("up", "dead-letters", "--port-base").doesNotContain("supervise");
    assertThat(run("fly")).isEqualTo(2);
    assertThat(said()).contains("Unknown command: fly");
    assertThat(run("help", "settings")).isZero();
    assertThat(said()).contains("cocreation.store.uri", "COCREATION_STORE_URI");
  }

  @Test
  void saysWhatItCanProve() {
    assertThat(run("prove")).isEqualTo(1);
    assertThat(said()).contains("prove: expected faults|speed");
  }

  @Test
  void saysThatNothingRuns() {
    assertThat(run("status")).isEqualTo(3);
    assertThat(run("down")).isZero();
    assertThat(run("demo")).isEqualTo(1);
    assertThat(said()).contains("not running");
  }

  @Test
  void refusesASettingThatDoesNotExist() throws Exception {
    Files.createDirectories(layout.platform());
    Files.writeString(layout.settings(), "cocreation.store.url=mongodb://x\n");
    assertThat(run("up")).isEqualTo(1);
    assertThat(said()).contains("cocreation.store.url", layout.settings().toString());
  }

  @Test
  void refusesAPortThatIsGivenTwiceOrIsNone() {
    assertThat(run("--set", "cocreation.port.portal=8090", "up")).isEqualTo(1);
    assertThat(said()).contains("8090", "cocreation.port.portal", "cocreation.port.identity");
    assertThat(run("--port-base", "many", "up")).isEqualTo(1);
    assertThat(said()).contains("cocreation.port-base", "many");
  }

  @Test
  void removesDataAndSecretsOnlyWhenAskedTwiceAndNothingRuns() {
    String before = new Secrets(layout.secrets()).linkKey();
    Layout.made(layout.data().resolve("store"));
    answer = "no\n";
    assertThat(run("reset")).isEqualTo(1);
    assertThat(layout.data()).exists();
    Layout.made(layout.run());
    try (PlatformLock lock = PlatformLock.take(layout.run()).orElseThrow()) {
      assertThat(lock.isValid()).isTrue();
      new RunState(1, "ready", Map.of(), List.of()).write(layout.run());
      assertThat(run("reset", "--yes")).isEqualTo(1);
      assertThat(layout.data()).exists();
    }
    answer = "yes\n";
    assertThat(run("reset")).isZero();
    assertThat(layout.data()).doesNotExist();
    assertThat(new Secrets(layout.secrets()).linkKey()).isNotEqualTo(before);
  }

  @Test
  void keepsASecretReadableByItsOwnerOnlyAndTheSameFromStartToStart() throws Exception {
    String key = new Secrets(layout.secrets()).linkKey();
    assertThat(new Secrets(layout.secrets()).linkKey()).isEqualTo(key);
    assertThat(java.util.Base64.getDecoder().decode(key)).hasSize(32);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(layout.secrets().resolve("link-key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void takesTheCommandLineBeforeTheEnvironmentBeforeTheFile() throws Exception {
    Files.createDirectories(layout.platform());
    Files.writeString(
        layout.settings(),
        "cocreation.port.portal=1\ncocreation.port.store=2\ncocreation.port.broker=3\n");
    Settings settings =
        Settings.load(
            layout.settings(),
            Map.of("COCREATION_PORT_STORE", "20", "COCREATION_PORT_BROKER", "30"),
            Map.of("cocreation.port.broker", "300"));
    assertThat(settings.get("cocreation.port.portal", "")).isEqualTo("1");
    assertThat(settings.get("cocreation.port.store", "")).isEqualTo("20");
    assertThat(settings.get("cocreation.port.broker", "")).isEqualTo("300");
  }

  private int run(String... args) {
    out.reset();
    return Platform.run(layout, terminal(), Map.of(), List.of(args));
  }

  private Terminal terminal() {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Terminal(stream, stream, new BufferedReader(new StringReader(answer)));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
