package org.cocreation.proof.speed;

import java.util.List;

/**
 * A plot: lines over one axis.
 *
 * @param name of its files, without an ending
 * @param xIsLogarithmic whether the axis to the right counts in powers of ten
 * @param yIsLogarithmic whether the axis upwards does
 * @param lines at least one
 */
public record Figure(
    String name,
    String title,
    String x,
    String y,
    boolean xIsLogarithmic,
    boolean yIsLogarithmic,
    List<Line> lines) {

  /** Keeps a copy. */
  public Figure {
    lines = List.copyOf(lines);
  }

  /** A line through points, from left to right. */
  public record Line(String name, List<Double> xs, List<Double> ys) {

    /** Keeps copies. */
    public Line {
      xs = List.copyOf(xs);
      ys = List.copyOf(ys);
      if (xs.size() != ys.size() || xs.isEmpty()) {
        throw new IllegalArgumentException("expected as many ys as xs, and at least one");
      }
    }
  }
}
