package org.cocreation.proof.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Terminal;

/**
 * A proof as a command: {@code ./platform prove NAME}. See {@link Options}; the repository's root
 * is in the system property {@code platform.root}.
 */
public interface Proof {

  /** Its name on the command line, and that of its directory. */
  String name();

  /**
   * Proves, or does not.
   *
   * @return whether everything was as it must be
   * @throws Failure when the platform could not be brought so far
   * @throws IllegalArgumentException when it is asked for what it does not have
   * @throws IOException when the report could not be written
   */
  boolean holds(Options options, Terminal terminal) throws InterruptedException, IOException;

  /** Runs it for the terminal and ends this JVM with {@link #run}'s code. */
  @SuppressWarnings("SystemOut") // the one place that names the terminal
  static void main(Proof proof, String[] args) {
    // What the clients of store and broker say about trouble that a proof itself makes.
    System.setProperty("logback.configurationFile", "org/cocreation/proof/platform/logging.xml");
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.setProperty("java.awt.headless", "true");
    Terminal terminal =
        new Terminal(
            System.out,
            System.err,
            new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
    Path root = Path.of(System.getProperty("platform.root", "")).toAbsolutePath().normalize();
    System.exit(run(proof, List.of(args), root, terminal));
  }

  /** Runs it. 0: it holds; 1: it does not, or could not be seen to the end; 2: not understood. */
  static int run(Proof proof, List<String> args, Path root, Terminal terminal) {
    try {
      Options options = Options.of(proof.name(), args, root, System.nanoTime() & 0xFFFFFF);
      return proof.holds(options, terminal) ? 0 : 1;
    } catch (IllegalArgumentException e) {
      terminal.complain(String.valueOf(e.getMessage()));
      return 2;
    } catch (Failure e) {
      terminal.complain(String.valueOf(e.getMessage()));
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } catch (IOException e) {
      terminal.complain("The report could not be written: " + e);
      return 1;
    }
  }
}
