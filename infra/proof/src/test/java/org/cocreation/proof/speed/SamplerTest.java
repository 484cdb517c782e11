package org.cocreation.proof.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.cocreation.proof.speed.Sampler.Sample;
import org.cocreation.proof.speed.Sampler.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SamplerTest {

  @Test
  void countsWhatWasUsedInBetween() {
    Sample before = new Sample(Map.of("store", Duration.ofMillis(100)), Duration.ofSeconds(1), 0);
    Sample after =
        new Sample(
            Map.of("store", Duration.ofMillis(350), "broker", Duration.ofMillis(50)),
            Duration.ofSeconds(2),
            1_000_000_000);
    Usage usage = after.since(before);
    assertThat(usage.of("store")).isCloseTo(250_000, within(0.1));
    assertThat(usage.of()).isCloseTo(300_000, within(0.1));
    assertThat(usage.others()).isCloseTo(0.7, within(0.01));
  }

  @Test
  void aProcessThatWasStartedAgainCountsFromNothing() {
    Sample before = new Sample(Map.of("portal", Duration.ofSeconds(9)), Duration.ZERO, 0);
    Sample after = new Sample(Map.of("portal", Duration.ofSeconds(2)), Duration.ZERO, 1);
    assertThat(after.since(before).of("portal")).isCloseTo(2e6, within(0.1));
    assertThat(after.since(before).others()).isZero();
  }

  /** Otherwise the peers that a measure has started would be taken for somebody else's work. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void knowsWhatAProcessHasUsedThatHasEnded() throws Exception {
    Duration before = Sampler.endedChildren();

    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process child =
        new ProcessBuilder(java.toString(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    child.waitFor();

    assertThat(Sampler.endedChildren()).isGreaterThan(before);
  }

  @Test
  void seesWhatThisProcessUses() {
    Sampler sampler = new Sampler(() -> Map.of("this", ProcessHandle.current().pid()));
    Sample sample = sampler.sample();
    assertThat(sample.byProcess()).containsKeys("this", "proof");
    assertThat(Sampler.processorTime(-1)).isZero();
    assertThat(Sampler.residentMegabytes(-1)).isZero();
  }
}
