package org.cocreation.proof.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Terminal;
import org.cocreation.proof.platform.Fronts;
import org.cocreation.proof.platform.Ground;
import org.cocreation.proof.platform.Proving;
import org.cocreation.proof.speed.Sampler.Sample;

/**
 * {@code ./platform prove speed}: measures a platform of its own. See {@link SpeedOptions#USAGE};
 * the repository's root is in the system property {@code platform.root}.
 *
 * <p>Exit code: 0 everything was measured, whether or not a target was missed; 1 something could
 * not be measured; 2 not understood.
 */
public final class SpeedProof {

  private final SpeedOptions options;
  private final Terminal terminal;
  private final Clock clock = Clock.systemUTC();

  private SpeedProof(SpeedOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /** Measures and ends this JVM. */
  @SuppressWarnings("SystemOut") // the one place that names the terminal
  public static void main(String[] args) {
    System.setProperty("logback.configurationFile", "org/cocreation/proof/faults/logging.xml");
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.setProperty("java.awt.headless", "true");
    Terminal terminal =
        new Terminal(
            System.out,
            System.err,
            new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
    Path root = Path.of(System.getProperty("platform.root", "")).toAbsolutePath().normalize();
    System.exit(run(List.of(args), root, terminal));
  }

  /** Measures. */
  static int run(List<String> args, Path root, Terminal terminal) {
    try {
      SpeedOptions options = SpeedOptions.of(args, root, System.nanoTime() & 0xFFFFFF);
      return new SpeedProof(options, terminal).measure().isWhole() ? 0 : 1;
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

  private SpeedReport measure() throws InterruptedException, IOException {
    long started = System.nanoTime();
    List<Measure> measures = Measures.of(options);
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("there is no measure whose name begins " + options.only());
    }
    terminal.say("Seed " + options.seed() + (options.isShort() ? ", short" : ""));
    Layout.made(options.directory());
    List<Result> rows = new ArrayList<>();
    Map<String, Double> others = new LinkedHashMap<>();
    Map<String, String> broken = new LinkedHashMap<>();
    Ground ground =
        new Ground(options.root(), options.directory(), options.portBase(), options.patience());
    var ports = ground.ports();
    try (Proving platform = new Proving(ground, ports, Fronts.none(ports), settings(), terminal)) {
      Thread stop = new Thread(platform::close, "stop-platform");
      Runtime.getRuntime().addShutdownHook(stop);
      terminal.say("Starting a platform in " + options.directory());
      platform.start();
      terminal.say(String.format(Locale.ROOT, "  ready after %.0f s", since(started)));
      SpeedBench bench = new SpeedBench(options, platform, terminal);
      for (Measure measure : measures) {
        take(measure, bench, rows, others, broken);
      }
      terminal.say("Stopping it");
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    SpeedReport report =
        new SpeedReport(
            options.seed(),
            options.isShort(),
            Instant.now(clock),
            since(started),
            rows,
            others,
            broken);
    Path json = options.directory().resolve("speed.json");
    Files.writeString(json, report.asJson());
    terminal.say("\n" + report.asTable() + "\n" + json);
    return report;
  }

  private void take(
      Measure measure,
      SpeedBench bench,
      List<Result> rows,
      Map<String, Double> others,
      Map<String, String> broken)
      throws InterruptedException {
    terminal.say(measure.name());
    if (!(measure instanceof Starting)) {
      // An e-mail is intended when it is in the store; sending them all would be measured with it.
      bench.platform().mailbox().terminate();
    }
    Sample before = bench.sampler().sample();
    try {
      rows.addAll(measure.run(bench));
      others.put(measure.name(), bench.sampler().sample().since(before).others());
    } catch (IOException | RuntimeException e) {
      // The others can still be measured; the report says that this one was not.
      broken.put(measure.name(), String.valueOf(e));
      terminal.complain(measure.name() + ": " + e);
    }
  }

  private static Map<String, String> settings() {
    return Map.of(
        "cocreation.java-options",
        // The load comes from one address. E-mails are intended, and nothing sends them meanwhile.
        "-Dcocreation.registration.limits.registrations=100000000"
            + " -Dnotification.sending.interval=1d");
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
