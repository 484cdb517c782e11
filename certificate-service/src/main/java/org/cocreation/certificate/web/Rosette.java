package org.cocreation.certificate.web;

import java.util.Locale;

/** The engraved figure behind the text, as on old bonds: one line that winds around a circle. */
final class Rosette {

  private static final int STEPS = 1440;

  private Rosette() {}

  /**
   * The line as the path of an SVG drawing around the origin.
   *
   * @param radius of its outer edge
   * @param petals how often it swings out on one way round
   * @param turns ways round until it closes; without a common divisor with {@code petals}
   * @param depth how deep it swings, as a share of the radius
   */
  static String path(double radius, int petals, int turns, double depth) {
    StringBuilder path = new StringBuilder("M");
    for (int step = 0; step < STEPS; step++) {
      double angle = 2 * Math.PI * turns * step / STEPS;
      double swing = Math.cos(angle * petals / turns);
      double distance = radius * (1 - depth / 2 + depth / 2 * swing);
      path.append(
          String.format(
              Locale.ROOT, "%.1f %.1f ", distance * Math.cos(angle), distance * Math.sin(angle)));
    }
    return path.append('Z').toString();
  }
}
