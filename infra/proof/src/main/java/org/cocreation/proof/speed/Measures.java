package org.cocreation.proof.speed;

import java.util.List;

/** Every measure, in the order in which they are taken: what fills the stores comes last. */
final class Measures {

  private Measures() {}

  /** Those whose names begin as asked. */
  static List<Measure> of(SpeedOptions options) {
    List<Measure> all =
        List.of(
            new Starting(), new RegistrationHttp(), new Importing(), new PaperMill(), new Growth());
    return all.stream().filter(measure -> measure.name().startsWith(options.only())).toList();
  }
}
