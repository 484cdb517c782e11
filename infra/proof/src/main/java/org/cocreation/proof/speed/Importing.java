package org.cocreation.proof.speed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.cocreation.launcher.Failure;
import org.cocreation.proof.platform.Backlog;
import org.cocreation.proof.platform.Options;
import org.cocreation.proof.platform.Waiting;
import org.cocreation.proof.speed.Rounds.Reading;
import org.cocreation.proof.speed.Rounds.Readings;
import tools.jackson.databind.JsonNode;

/**
 * A meeting tool's export brought in by a coordinator, previewed and accepted, against rosters of
 * growing size: the same thousand people with ten connections each, and as many people as rows.
 */
final class Importing implements Measure {

  private static final int ROWS = 10_000;
  private static final int FEW = 1_000;
  private static final String SERVICE = "attendance";
  private static final double PATIENCE = 900;
  private static final long LOOK_MILLIS = 50;

  @Override
  public String name() {
    return "import";
  }

  /** An import against one roster. */
  private static final class Subject implements Rounds.Subject {
    private final SpeedBench bench;
    private final String name;
    private final Crowd crowd;
    private final int rows;
    private final int persons;
    private final int firstSession;
    private final TreeSet<Long> seen = new TreeSet<>();

    Subject(SpeedBench bench, String name, Crowd crowd, int rows, int persons, int firstSession) {
      this.bench = bench;
      this.name = name;
      this.crowd = crowd;
      this.rows = rows;
      this.persons = persons;
      this.firstSession = firstSession;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Reading turn(int round) {
      byte[] file = crowd.zoomExport(firstSession + round, rows, persons);
      String session = Crowd.session(firstSession + round);
      String imports =
          "/api/attendance/programmes/" + crowd.programme() + "/sessions/" + session + "/imports";
      Sampler.Sample before = bench.sampler().sample();
      JsonNode preview = bench.staff().upload(SERVICE, imports, "meeting.csv", file);
      int matched = preview.path("people").path("matched").asInt();
      if (matched != persons || preview.path("rows").asInt() != rows) {
        throw new Failure(
            "Of " + persons + " people in " + rows + " rows were understood: " + preview);
      }
      double previewed = bench.sampler().sample().since(before).seconds();
      String one = imports + "/" + preview.path("importId").asString();
      JsonNode now = bench.staff().post(SERVICE, one + "/acceptance", Map.of());
      long until = System.nanoTime() + (long) (bench.options().within(PATIENCE) * 1e9);
      while (!now.path("status").asString().equals("applied")) {
        seen.add(now.path("progress").path("done").asLong());
        if (System.nanoTime() > until) {
          throw new Failure("The import is still " + now.path("status"));
        }
        Waiting.millis(LOOK_MILLIS);
        now = bench.staff().get(SERVICE, one);
      }
      Sampler.Usage usage = bench.sampler().sample().since(before);
      bench.say(
          String.format(
              Locale.ROOT,
              "%s: preview %.1f s, all %.1f s, attendance %.0f us, store %.0f us a row",
              name,
              previewed,
              usage.seconds(),
              usage.of(SERVICE) / rows,
              usage.of("store") / rows));
      return new Reading(rows / usage.seconds(), usage.of(SERVICE, "store", "broker") / rows);
    }
  }

  @Override
  public List<Result> run(SpeedBench bench) throws java.io.IOException, InterruptedException {
    Options options = bench.options();
    Rounds rounds = new Rounds(1, options.choose(4, 1));
    int turns = rounds.warmUps() + rounds.counted();
    List<Integer> rosters =
        options.isShort() ? List.of(1_000, 10_000) : List.of(1_000, 10_000, 100_000);
    String run = Long.toString(options.seed(), 36);
    List<Subject> same = new ArrayList<>();
    List<Subject> many = new ArrayList<>();
    Crowd largest = new Crowd("none", 0, 0);
    try (Backlog backlog = new Backlog(bench.platform().bootstrapServers())) {
      for (int roster : rosters) {
        Crowd crowd = new Crowd("speed-import-" + run + "-" + roster, roster, 2 * turns + 1);
        crowd.announce(bench.platform().bootstrapServers());
        String size = String.format(Locale.ROOT, "roster of %,d", roster);
        same.add(new Subject(bench, size + ", 1,000 of them 10 times", crowd, ROWS, FEW, 0));
        if (roster >= ROWS) {
          many.add(new Subject(bench, size + ", 10,000 of them once", crowd, ROWS, ROWS, turns));
        }
        largest = crowd;
      }
      backlog.awaitNone(
          List.of("attendance", "certificate", "submission", "notification"),
          options.within(PATIENCE));
    }
    List<Subject> all = new ArrayList<>(same);
    all.addAll(many);
    List<Readings> readings = rounds.of(all);
    List<Result> rows = new ArrayList<>();
    Map<Integer, Double> first = new LinkedHashMap<>();
    for (int i = 0; i < readings.size(); i++) {
      Readings one = readings.get(i);
      int group = i < same.size() ? 0 : 1;
      double smallest = first.computeIfAbsent(group, g -> one.value().median());
      rows.add(
          Result.of(name(), one.name(), "rows/s", one.value(), one.cpuMicrosPerFact().median())
              .against(one.value().median() / smallest, null));
    }
    rows.add(large(bench, largest, 2 * turns));
    return rows;
  }

  /** More rows than are brought in at once, so that it goes on in the background. */
  private Result large(SpeedBench bench, Crowd crowd, int session) {
    int rows = 2 * ROWS;
    Subject large =
        new Subject(
            bench,
            "20,000 rows, largest roster",
            crowd,
            rows,
            Math.min(crowd.people(), rows),
            session);
    Reading reading = large.turn(0);
    return Result.of(
            name(),
            large.name(),
            "rows/s",
            Spread.of(List.of(reading.value())),
            reading.cpuMicrosPerFact())
        .noting("progress moved through " + large.seen);
  }
}
