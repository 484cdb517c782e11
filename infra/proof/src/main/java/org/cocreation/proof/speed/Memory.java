package org.cocreation.proof.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every process of the platform holds in memory, as rows. */
final class Memory {

  private Memory() {}

  /**
   * Looks now.
   *
   * @param when in words, such as {@code at rest}
   */
  static List<Result> rows(SpeedBench bench, String measure, String when) {
    List<Result> rows = new ArrayList<>();
    Map<String, Double> megabytes = bench.sampler().residentMegabytes();
    double all = 0;
    for (Map.Entry<String, Double> one : megabytes.entrySet()) {
      rows.add(
          Result.of(
              measure, one.getKey() + " " + when, "MB", Spread.of(List.of(one.getValue())), 0));
      all += one.getValue();
    }
    rows.add(Result.of(measure, "all " + when, "MB", Spread.of(List.of(all)), 0));
    return rows;
  }
}
