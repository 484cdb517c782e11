package org.cocreation.proof.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final Path ROOT = Path.of("/repository");

  @Test
  void readsWhatIsAskedFor() {
    Options options =
        Options.of(
            "faults",
            List.of("--short", "--seed", "7", "--only", "broker", "--patience", "2.5"),
            ROOT,
            1);
    assertThat(options.isShort()).isTrue();
    assertThat(options.seed()).isEqualTo(7);
    assertThat(options.only()).isEqualTo("broker");
    assertThat(options.within(10)).isEqualTo(25);
    assertThat(options.choose(1_000, 10)).isEqualTo(10);
    assertThat(options.directory()).isEqualTo(ROOT.resolve(".platform/proof/faults"));
  }

  @Test
  void compilesAsTheLauncherDoesUnlessAskedForBothCompilers() {
    assertThat(Options.of("speed", List.of(), ROOT, 1).ground().jvm()).isEmpty();
    assertThat(Options.of("speed", List.of("--both-compilers"), ROOT, 1).ground().jvm())
        .containsExactly("-XX:TieredStopAtLevel=4");
  }

  @Test
  void drawsASeedWhenNoneIsGivenAndKeepsAMistakenPlatformApart() {
    Options options = Options.of("faults", List.of("--plant", "forgetful-relay"), ROOT, 99);
    assertThat(options.seed()).isEqualTo(99);
    assertThat(options.choose(1_000, 10)).isEqualTo(1_000);
    assertThat(options.directory()).isEqualTo(ROOT.resolve(".platform/proof/forgetful-relay"));
  }

  @Test
  void saysWhatItExpected() {
    assertThatThrownBy(() -> Options.of("speed", List.of("--sead", "7"), ROOT, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--seed N")
        .hasMessageContaining("prove speed")
        .hasMessageContaining("--sead");
    for (List<String> wrong : List.of(List.of("--seed"), List.of("--seed", "seven"))) {
      assertThatThrownBy(() -> Options.of("faults", wrong, ROOT, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("prove faults")
          .hasMessageContaining("got: --seed");
    }
  }
}
