package org.cocreation.proof.speed;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cocreation.launcher.build.Program;
import org.cocreation.proof.platform.Options;
import org.cocreation.proof.speed.Rounds.Reading;
import org.cocreation.proof.speed.Rounds.Readings;
import tools.jackson.databind.JsonNode;

/**
 * The messaging library alone: events saved in bulk until the broker has acknowledged them and the
 * outboxes are empty again, beside the same done by hand; and how long one event takes from its
 * save to a consumer when little else is done.
 */
final class OutboxSpeed implements Measure {

  private static final String MAIN = "org.cocreation.proof.outbox.OutboxProcess";
  private static final int PER_SECOND = 20;

  @Override
  public String name() {
    return "outbox";
  }

  /** One way to do it, in a process that knows both. */
  private record Way(
      SpeedBench bench, PeerProcess process, String name, String word, int events, Shares shares)
      implements Rounds.Subject {

    @Override
    public Reading turn(int round) throws IOException {
      Sampler.Sample before = bench.sampler().sample();
      var used = process.processorTime();
      JsonNode answer = process.ask(word + " " + word + round + " " + events);
      Sampler.Usage usage = bench.sampler().sample().since(before);
      double own = process.processorTime().minus(used).toNanos() / 1e3;
      double perEvent =
          shares.add(own / events, usage.of("store") / events, usage.of("broker") / events);
      double rate = events / answer.path("seconds").asDouble();
      bench.say(String.format(Locale.ROOT, "%s: %.0f events/s, %.0f us", name, rate, perEvent));
      return new Reading(rate, perEvent);
    }
  }

  @Override
  public List<Result> run(SpeedBench bench) throws IOException, InterruptedException {
    Options options = bench.options();
    int events = options.choose(20_000, 5_000);
    Program service = bench.program("notification-service");
    String run = "speed-outbox-" + Long.toString(options.seed(), 36);
    List<String> command =
        List.of(MAIN, bench.platform().storeUri(), bench.platform().bootstrapServers(), run);
    String classPath = System.getProperty("java.class.path") + File.pathSeparator + service.jar();
    List<Result> rows = new ArrayList<>();
    try (PeerProcess process = PeerProcess.start(bench, "outbox", "-Xmx320m", classPath, command)) {
      Way hand = new Way(bench, process, "by hand, in bulk", "hand", events, new Shares());
      Way library = new Way(bench, process, "the library", "library", events, new Shares());
      Map<String, Readings> readings = new LinkedHashMap<>();
      new Rounds(options.choose(3, 1), options.choose(7, 2))
          .of(List.of(hand, library))
          .forEach(one -> readings.put(one.name(), one));
      Result limit = row(readings, hand);
      rows.add(limit);
      Result ours = row(readings, library);
      rows.add(ours.against(ours.median() / limit.median(), 0.7));
      int few = options.choose(1_200, 200);
      process.ask("latency warm " + few / 4 + " " + PER_SECOND);
      JsonNode latency = process.ask("latency light " + few + " " + PER_SECOND);
      for (String which : List.of("p50", "p99", "longest")) {
        rows.add(
            Result.of(
                name(),
                "save to consumer, " + PER_SECOND + "/s, " + which,
                "ms",
                Spread.of(List.of(latency.path(which).asDouble())),
                0));
      }
      List<Double> sorted = new ArrayList<>();
      latency.path("sorted").forEach(millis -> sorted.add(millis.asDouble()));
      bench.figures().draw(curve(sorted));
    }
    return rows;
  }

  /** How long one event in two takes at least, one in three, and on to the slowest of all. */
  static Figure curve(List<Double> sorted) {
    List<Double> oneIn = new ArrayList<>();
    List<Double> millis = new ArrayList<>();
    for (double many = 2; many < sorted.size(); many *= 1.5) {
      oneIn.add(many);
      millis.add(sorted.get((int) (sorted.size() * (1 - 1 / many))));
    }
    oneIn.add((double) sorted.size());
    millis.add(sorted.get(sorted.size() - 1));
    return new Figure(
        "outbox-latency",
        "From an event's save to its consumer, " + PER_SECOND + " in a second",
        "one event in so many takes as long or longer",
        "milliseconds",
        true,
        false,
        List.of(new Figure.Line("save to consumer", oneIn, millis)));
  }

  private Result row(Map<String, Readings> readings, Way way) {
    Readings one = readings.get(way.name());
    if (one == null) {
      throw new IllegalStateException(way.name() + " took no turn");
    }
    return Result.of(name(), way.name(), "events/s", one.value(), one.cpuMicrosPerFact().median())
        .noting(way.shares().asNote());
  }
}
