package org.cocreation.proof.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedOptionsTest {

  private static final Path ROOT = Path.of("/repository");

  @Test
  void readsWhatIsAskedFor() {
    SpeedOptions options =
        SpeedOptions.of(
            List.of("--short", "--seed", "7", "--only", "start,growth", "--port-base", "9000"),
            ROOT,
            1);
    assertThat(options.seed()).isEqualTo(7);
    assertThat(options.portBase()).isEqualTo(9000);
    assertThat(options.choose(1_000, 10)).isEqualTo(10);
    assertThat(options.directory()).isEqualTo(ROOT.resolve(".platform/proof/speed"));
    assertThat(Measures.of(options)).extracting(Measure::name).containsExactly("start", "growth");
  }

  @Test
  void measuresEverythingWhenNothingIsAskedFor() {
    SpeedOptions options = SpeedOptions.of(List.of(), ROOT, 99);
    assertThat(options.seed()).isEqualTo(99);
    assertThat(options.choose(1_000, 10)).isEqualTo(1_000);
    assertThat(Measures.of(options)).extracting(Measure::name).doesNotHaveDuplicates();
  }

  @Test
  void saysWhatItExpected() {
    assertThatThrownBy(() -> SpeedOptions.of(List.of("--sead", "7"), ROOT, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--seed N")
        .hasMessageContaining("--sead");
  }
}
