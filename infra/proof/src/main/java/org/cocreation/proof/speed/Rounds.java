package org.cocreation.proof.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Lets subjects take turns: A, B, C, A, B, C, … so that a machine that is slower at one time than
 * at another is so for all of them. The first rounds warm up and count for nothing.
 *
 * @param warmUps rounds that do not count
 * @param counted rounds that do, at least one
 */
public record Rounds(int warmUps, int counted) {

  /**
   * What one turn gave.
   *
   * @param value in the measure's unit
   * @param cpuMicrosPerFact microseconds of processor for one of what is counted
   */
  public record Reading(double value, double cpuMicrosPerFact) {}

  /** Somebody who takes turns. */
  public interface Subject {
    String name();

    /**
     * Takes one turn.
     *
     * @param round from 0, warm-ups included: for names that must not be used twice
     */
    Reading turn(int round) throws IOException, InterruptedException;
  }

  /**
   * Medians and ends over all turns of a subject that count.
   *
   * @param turns what each turn gave, in their order
   */
  public record Readings(String name, Spread value, Spread cpuMicrosPerFact, List<Double> turns) {

    static Readings of(String name, List<Reading> readings) {
      List<Double> values = readings.stream().map(Reading::value).toList();
      return new Readings(
          name,
          Spread.of(values),
          Spread.of(readings.stream().map(Reading::cpuMicrosPerFact).toList()),
          values);
    }

    /** Copies. */
    public Readings {
      turns = List.copyOf(turns);
    }

    /**
     * This against another, each turn against the one in the same round: what a machine that
     * changes its speed from round to round leaves of a ratio.
     */
    Spread against(Readings other) {
      return Spread.of(
          IntStream.range(0, turns.size())
              .mapToObj(round -> turns.get(round) / other.turns.get(round))
              .toList());
    }
  }

  /** Checks. */
  public Rounds {
    if (warmUps < 0 || counted < 1) {
      throw new IllegalArgumentException("expected at least one round that counts");
    }
  }

  /** Lets them take turns; in their order. */
  public List<Readings> of(List<? extends Subject> subjects)
      throws IOException, InterruptedException {
    Map<String, List<Reading>> taken = new LinkedHashMap<>();
    for (int round = 0; round < warmUps + counted; round++) {
      for (Subject subject : subjects) {
        Reading reading = subject.turn(round);
        if (round >= warmUps) {
          taken.computeIfAbsent(subject.name(), name -> new ArrayList<>()).add(reading);
        }
      }
    }
    return taken.entrySet().stream().map(one -> Readings.of(one.getKey(), one.getValue())).toList();
  }
}
