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
 * A part of the short proof: a fault of each kind. Only with {@code -Pfaults}; all of them, and
 * that the proof fails where it must: {@link EveryFaultSurvival}.
 */
class FaultsSurvival {

  private static final String ONE_OF_EACH_KIND =
      "kill-each,crash-each,store-kill,store-away,smtp-moods,same-key,poison,replay";

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void thePlatformSurvivesAFaultOfEachKind() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("platform.root")).toAbsolutePath().normalize();
    int exit =
        FaultsProof.run(
            List.of(
                "--short",
                "--seed",
                "20200213",
                "--patience",
                "3",
                "--only",
                ONE_OF_EACH_KIND,
                "--directory",
                "target/faults"),
            root,
            new Terminal(out, out, new BufferedReader(new StringReader(""))));
    assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }
}
