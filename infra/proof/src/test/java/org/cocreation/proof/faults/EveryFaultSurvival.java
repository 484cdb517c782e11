package org.cocreation.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cocreation.launcher.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The whole short proof, and that it fails where it must: on a platform with a mistake built in.
 * Only with {@code -Pfaults -Dsurvivals=EveryFaultSurvival}, for it needs the machine to itself for
 * a quarter of an hour.
 */
class EveryFaultSurvival {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void thePlatformSurvivesEveryFault() {
    int exit = prove("--short", "--seed", "20200213");
    assertThat(exit).as(said()).isZero();
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void aRelayThatRemovesBeforeTheAcknowledgementIsFoundOut() {
    int exit =
        prove(
            "--short",
            "--seed",
            "20200213",
            "--only",
            "crash-before-send",
            "--plant",
            "forgetful-relay");
    assertThat(exit).as(said()).isEqualTo(1);
    assertThat(said()).contains("is not on its topic");
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void anIntakeThatForgetsWhatItTookInIsFoundOut() {
    int exit =
        prove(
            "--short",
            "--seed",
            "20200213",
            "--only",
            "crash-handled",
            "--plant",
            "forgetful-intake");
    assertThat(exit).as(said()).isEqualTo(1);
    assertThat(said()).contains("2 deliveries");
  }

  private int prove(String... arguments) {
    Path root = Path.of(System.getProperty("platform.root")).toAbsolutePath().normalize();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return FaultsProof.run(
        List.of(arguments), root, new Terminal(out, out, new BufferedReader(new StringReader(""))));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
