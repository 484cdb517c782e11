package org.cocreation.proof.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cocreation.proof.platform.Options;
import org.cocreation.proof.speed.Sampler.Usage;

/**
 * What a fact costs when there are few and when there are many: on a platform that begins empty,
 * crowds go all the way until so many facts are stored and on the topics, and then some more are
 * measured.
 */
final class Growth implements Measure {

  private static final double TARGET = 1 / 1.2;
  private static final int LARGEST_CROWD = 10_000;
  private static final String[] PROCESSES = {
    "registration", "attendance", "certificate", "submission", "notification", "portal"
  };

  private int crowds;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public List<Result> run(SpeedBench bench) throws IOException {
    Options options = bench.options();
    List<Integer> levels =
        options.isShort() ? List.of(2_000, 10_000) : List.of(10_000, 100_000, 1_000_000);
    int people = options.choose(1_000, 250);
    int rounds = options.choose(5, 2);
    bench.platform().startEmpty();
    bench.staff().signOut();
    bench.platform().mailbox().terminate();
    Map<Integer, List<Usage>> taken = new LinkedHashMap<>();
    int facts = 0;
    try (WholeWay way = new WholeWay(bench)) {
      for (int level : levels) {
        while (facts < level) {
          int more = Math.min(LARGEST_CROWD, (level - facts + WholeWay.FACTS - 1) / WholeWay.FACTS);
          // The first thousands also warm the services up, some at a time.
          more = Math.min(more, Math.max(250, facts / 2));
          go(way, bench, more);
          facts += more * WholeWay.FACTS;
        }
        bench.say(String.format(Locale.ROOT, "%,d facts are stored", facts));
        List<Usage> usages = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
          usages.add(go(way, bench, people));
          facts += people * WholeWay.FACTS;
        }
        taken.put(level, usages);
        bench.say(
            String.format(
                Locale.ROOT,
                "  a fact takes %.0f us",
                micros(usages, people * WholeWay.FACTS, Part.ALL).median()));
      }
    }
    bench.platform().mailbox().start();
    draw(bench, taken, people);
    return rows(taken, people * WholeWay.FACTS);
  }

  private Usage go(WholeWay way, SpeedBench bench, int people) {
    String run = Long.toString(bench.options().seed(), 36);
    Crowd crowd = new Crowd("speed-growth-" + run + "-" + crowds, people, 1);
    crowds++;
    way.arrive(crowd);
    way.attend(crowd);
    return way.close(crowd);
  }

  private List<Result> rows(Map<Integer, List<Usage>> taken, int facts) {
    List<Result> rows = new ArrayList<>();
    double smallest = 0;
    for (Map.Entry<Integer, List<Usage>> one : taken.entrySet()) {
      String many = String.format(Locale.ROOT, "%,d facts: ", one.getKey());
      Spread all = micros(one.getValue(), facts, Part.ALL);
      smallest = smallest == 0 ? all.median() : smallest;
      Result row = Result.of(name(), many + "all", "us/fact", all, all.median());
      rows.add(
          one.getKey().equals(taken.keySet().iterator().next())
              ? row
              : row.against(smallest / all.median(), TARGET));
      for (Part part : List.of(Part.SERVICES, Part.STORE, Part.BROKER)) {
        Spread some = micros(one.getValue(), facts, part);
        rows.add(Result.of(name(), many + part.words, "us/fact", some, some.median()));
      }
      Spread pace = Spread.of(one.getValue().stream().map(u -> facts / u.seconds()).toList());
      rows.add(Result.of(name(), many + "pace", "facts/s", pace, 0));
    }
    return rows;
  }

  /** Whose processor time. */
  private enum Part {
    ALL("all"),
    SERVICES("services"),
    STORE("store"),
    BROKER("broker");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    double of(Usage usage) {
      return switch (this) {
        case ALL -> usage.of(PROCESSES) + usage.of("store", "broker");
        case SERVICES -> usage.of(PROCESSES);
        case STORE -> usage.of("store");
        case BROKER -> usage.of("broker");
      };
    }
  }

  private static Spread micros(List<Usage> usages, int facts, Part part) {
    return Spread.of(usages.stream().map(usage -> part.of(usage) / facts).toList());
  }

  private static void draw(SpeedBench bench, Map<Integer, List<Usage>> taken, int people)
      throws IOException {
    List<Figure.Line> lines = new ArrayList<>();
    for (Part part : Part.values()) {
      List<Double> xs = new ArrayList<>();
      List<Double> ys = new ArrayList<>();
      taken.forEach(
          (level, usages) -> {
            xs.add((double) level);
            ys.add(micros(usages, people * WholeWay.FACTS, part).median());
          });
      lines.add(new Figure.Line(part.words, xs, ys));
    }
    bench
        .figures()
        .draw(
            new Figure(
                "growth",
                "Processor time of a fact, by how many are stored",
                "facts stored and on the topics",
                "microseconds",
                true,
                false,
                lines));
  }
}
