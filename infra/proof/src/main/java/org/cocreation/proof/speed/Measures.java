package org.cocreation.proof.speed;

import java.util.List;
import org.cocreation.proof.platform.Options;

/** Every measure, in the order in which they are taken: what fills the stores comes last. */
final class Measures {

  private Measures() {}

  /** Those whose names begin as one of those that were asked for, with commas between them. */
  static List<Measure> of(Options options) {
    List<Measure> all =
        List.of(
            new Starting(),
            new RegistrationHttp(),
            new PipelineSpeed(),
            new OutboxSpeed(),
            new Importing(),
            new PaperMill(),
            new Growth());
    List<String> wanted = List.of(options.only().split(",", -1));
    return all.stream()
        .filter(measure -> wanted.stream().anyMatch(measure.name()::startsWith))
        .toList();
  }
}
