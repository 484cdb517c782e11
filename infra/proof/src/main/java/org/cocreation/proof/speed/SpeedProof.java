package org.cocreation.proof.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Terminal;
import org.cocreation.proof.platform.Fronts;
import org.cocreation.proof.platform.Ground;
import org.cocreation.proof.platform.Options;
import org.cocreation.proof.platform.Proof;
import org.cocreation.proof.platform.Proving;
import org.cocreation.proof.speed.Sampler.Sample;

/**
 * {@code ./platform prove speed}: measures a platform of its own. It holds when everything was
 * measured, whether or not a target was missed.
 */
public final class SpeedProof implements Proof {

  private final Clock clock = Clock.systemUTC();

  SpeedProof() {}

  /** Measures and ends this JVM. */
  public static void main(String[] args) {
    Proof.main(new SpeedProof(), args);
  }

  @Override
  public String name() {
    return "speed";
  }

  @Override
  public boolean holds(Options options, Terminal terminal)
      throws InterruptedException, IOException {
    if (!options.plant().isEmpty()) {
      throw new IllegalArgumentException("prove speed plants no mistakes; prove faults does");
    }
    long started = System.nanoTime();
    List<Measure> measures = Measures.of(options);
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("there is no measure whose name begins " + options.only());
    }
    terminal.say(
        "Seed "
            + options.seed()
            + (options.isShort() ? ", short" : "")
            + (options.bothCompilers() ? ", both compilers" : ""));
    Layout.made(options.directory());
    List<Result> rows = new ArrayList<>();
    Map<String, Double> others = new LinkedHashMap<>();
    Map<String, String> broken = new LinkedHashMap<>();
    Ground ground = options.ground();
    var ports = ground.ports();
    try (Proving platform = new Proving(ground, ports, Fronts.none(ports), settings(), terminal)) {
      Thread stop = new Thread(platform::close, "stop-platform");
      Runtime.getRuntime().addShutdownHook(stop);
      terminal.say("Starting a platform in " + options.directory());
      platform.start();
      terminal.say(String.format(Locale.ROOT, "  ready after %.0f s", since(started)));
      SpeedBench bench = new SpeedBench(options, platform, terminal);
      for (Measure measure : measures) {
        take(measure, bench, terminal, rows, others, broken);
      }
      terminal.say("Stopping it");
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    SpeedReport report =
        new SpeedReport(
            options.seed(),
            options.isShort(),
            options.bothCompilers(),
            Instant.now(clock),
            since(started),
            rows,
            others,
            broken);
    Path json = options.directory().resolve("speed.json");
    Files.writeString(json, report.asJson());
    terminal.say("\n" + report.asTable() + "\n" + json);
    return report.isWhole();
  }

  private void take(
      Measure measure,
      SpeedBench bench,
      Terminal terminal,
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
