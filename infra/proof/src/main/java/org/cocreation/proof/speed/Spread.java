package org.cocreation.proof.speed;

import java.util.List;

/**
 * The middle and the ends of what several rounds gave.
 *
 * @param rounds how many there were
 */
public record Spread(double median, double low, double high, int rounds) {

  /**
   * Of these values; the median of an even number lies half-way between the two in the middle.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("expected at least one value");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
  }
}
