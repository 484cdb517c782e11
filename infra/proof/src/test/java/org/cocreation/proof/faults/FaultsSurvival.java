package org.cocreation.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A part of the short proof: a fault of each kind. All of them, and that the proof fails where it
 * must: {@link EveryFaultSurvival}.
 */
class FaultsSurvival {

  private static final String ONE_OF_EACH_KIND =
      "kill-each,crash-each,store-kill,store-away,smtp-moods,same-key,poison,replay";

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void thePlatformSurvivesAFaultOfEachKind() {
    Trial trial = Trial.of("each-kind", "--patience", "3", "--only", ONE_OF_EACH_KIND);
    assertThat(trial.exitCode()).as(trial.said()).isZero();
  }
}
