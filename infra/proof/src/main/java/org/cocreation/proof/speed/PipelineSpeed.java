package org.cocreation.proof.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cocreation.launcher.build.Program;
import org.cocreation.proof.platform.Options;
import org.cocreation.proof.speed.Rounds.Readings;

/**
 * A session of many attendances is closed: completion is judged, certificates are issued, e-mails
 * are intended. By the platform's services, and by peers that write and send as much in other ways.
 */
final class PipelineSpeed implements Measure {

  private static final String PEERS = "org.cocreation.peers.";
  private static final String LIMIT = "limit: by hand, in bulk";

  /** A peer, and how many times faster than it ours is promised to be. */
  private record Rival(String name, String main, double target) {}

  private static final List<Rival> RIVALS =
      List.of(
          new Rival("spring-kafka, record by record", "springkafka.PlainSpring", 5),
          new Rival("Spring Cloud Stream with StreamBridge", "streambridge.Bridged", 5),
          new Rival("Spring Modulith outbox, H2", "modulith.ModulithOutbox", 3),
          new Rival("Namastack Outbox, H2", "namastack.NamastackOutbox", 3));

  @Override
  public String name() {
    return "pipeline";
  }

  @Override
  public List<Result> run(SpeedBench bench) throws IOException, InterruptedException {
    Options options = bench.options();
    int many = options.choose(6_000, 1_000);
    int few = options.choose(1_500, 300);
    // What a compiler gives, the optimising one above all, is there only after some work. Ours and
    // the limit are told apart by little, so both get as much of it as still makes a difference;
    // the others, which are further away and take longer, a part of that.
    int warmUps = options.bothCompilers() ? 12 : 4;
    int fewWarmUps = options.bothCompilers() ? 4 : 1;
    Program peers = bench.program("peers");
    OurPipeline ours = new OurPipeline(bench, many);
    Map<String, Shares> shares = new LinkedHashMap<>();
    List<Rounds.Subject> subjects = new ArrayList<>();
    PeerPipeline limit =
        new PeerPipeline(bench, peers, LIMIT, PEERS + "limit.HandWritten", many, many * warmUps);
    subjects.add(limit);
    subjects.add(ours);
    shares.put(LIMIT, limit.shares());
    shares.put(OurPipeline.NAME, ours.shares());
    for (Rival rival : RIVALS) {
      PeerPipeline peer =
          new PeerPipeline(bench, peers, rival.name(), PEERS + rival.main(), few, few * fewWarmUps);
      subjects.add(peer);
      shares.put(rival.name(), peer.shares());
    }
    for (int i = 0; i < options.choose(1 + warmUps, 1); i++) {
      ours.warmUp(i);
    }
    Map<String, Readings> readings = new LinkedHashMap<>();
    new Rounds(0, options.choose(5, 1)).of(subjects).forEach(one -> readings.put(one.name(), one));
    return rows(readings, shares, many, few);
  }

  private List<Result> rows(
      Map<String, Readings> readings, Map<String, Shares> shares, int many, int few) {
    double our = rate(readings, OurPipeline.NAME);
    List<Result> rows = new ArrayList<>();
    rows.add(row(readings, shares, LIMIT, many));
    rows.add(
        row(readings, shares, OurPipeline.NAME, many)
            .against(our / rate(readings, LIMIT), 0.7)
            .noting("ratio: ours to the limit" + turnByTurn(readings, LIMIT)));
    for (Rival rival : RIVALS) {
      rows.add(
          row(readings, shares, rival.name(), few)
              .against(our / rate(readings, rival.name()), rival.target())
              .noting("ratio: ours to it" + turnByTurn(readings, rival.name())));
    }
    return rows;
  }

  private Result row(
      Map<String, Readings> readings, Map<String, Shares> shares, String subject, int people) {
    Readings one = readings(readings, subject);
    Shares its = shares.get(subject);
    return Result.of(name(), subject, "facts/s", one.value(), one.cpuMicrosPerFact().median())
        .noting(people + " people" + (its == null ? "" : "; " + its.asNote()));
  }

  private static String turnByTurn(Map<String, Readings> readings, String other) {
    Spread ratios = readings(readings, OurPipeline.NAME).against(readings(readings, other));
    return String.format(
        Locale.ROOT,
        ", turn by turn %.2f (%.2f to %.2f)",
        ratios.median(),
        ratios.low(),
        ratios.high());
  }

  private static double rate(Map<String, Readings> readings, String subject) {
    return readings(readings, subject).value().median();
  }

  private static Readings readings(Map<String, Readings> readings, String subject) {
    Readings one = readings.get(subject);
    if (one == null) {
      throw new IllegalStateException(subject + " took no turn");
    }
    return one;
  }
}
