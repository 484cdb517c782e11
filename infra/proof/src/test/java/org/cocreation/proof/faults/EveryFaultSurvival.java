package org.cocreation.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole short proof, and that it fails where it must: on a platform with a mistake built in.
 * Only with {@code -Dsurvivals=EveryFaultSurvival}, for it needs the machine to itself for a
 * quarter of an hour.
 */
class EveryFaultSurvival {

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void thePlatformSurvivesEveryFault() {
    Trial trial = Trial.of("every");
    assertThat(trial.exitCode()).as(trial.said()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "forgetful-relay, crash-before-send, is not on its topic",
    "forgetful-intake, crash-handled, 2 deliveries"
  })
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void aMistakeIsFoundOut(String mistake, String fault, String finding) {
    Trial trial = Trial.of(mistake, "--only", fault, "--plant", mistake);
    assertThat(trial.exitCode()).as(trial.said()).isEqualTo(1);
    assertThat(trial.said()).contains(finding);
  }
}
