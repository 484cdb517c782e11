package org.cocreation.proof.faults;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cocreation.launcher.Terminal;
import org.cocreation.proof.platform.Proof;

/** The short proof as a test runs it, always with the same seed. */
record Trial(int exitCode, String said) {

  /**
   * Runs it.
   *
   * @param platform a name for the directory of the platform that is tried
   */
  @SuppressWarnings("SystemOut") // whoever reads a build's log sees the table
  static Trial of(String platform, String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("platform.root")).toAbsolutePath().normalize();
    List<String> asked =
        Stream.concat(
                Stream.of(
                    "--short", "--seed", "20200213", "--directory", "target/survival/" + platform),
                Stream.of(arguments))
            .toList();
    int exitCode =
        Proof.run(
            new FaultsProof(),
            asked,
            root,
            new Terminal(out, out, new BufferedReader(new StringReader(""))));
    System.out.println(said.toString(StandardCharsets.UTF_8));
    return new Trial(exitCode, said.toString(StandardCharsets.UTF_8));
  }
}
