package org.cocreation.proof.faults;

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
            List.of("--short", "--seed", "7", "--only", "broker", "--patience", "2.5"), ROOT, 1);
    assertThat(options.isShort()).isTrue();
    assertThat(options.seed()).isEqualTo(7);
    assertThat(options.only()).isEqualTo("broker");
    assertThat(options.within(10)).isEqualTo(25);
    assertThat(options.directory()).isEqualTo(ROOT.resolve(".platform/proof/faults"));
  }

  @Test
  void drawsASeedWhenNoneIsGivenAndKeepsAMistakenPlatformApart() {
    Options options = Options.of(List.of("--plant", "forgetful-relay"), ROOT, 99);
    assertThat(options.seed()).isEqualTo(99);
    assertThat(options.directory()).isEqualTo(ROOT.resolve(".platform/proof/forgetful-relay"));
  }

  @Test
  void saysWhatItExpected() {
    assertThatThrownBy(() -> Options.of(List.of("--sead", "7"), ROOT, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--seed N")
        .hasMessageContaining("--sead");
    assertThatThrownBy(() -> Options.of(List.of("--seed"), ROOT, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void choosesFaultsByTheBeginningOfTheirNames() {
    List<String> broker =
        Faults.of(Options.of(List.of("--short", "--only", "broker"), ROOT, 1)).stream()
            .map(Fault::name)
            .toList();
    assertThat(broker).containsExactly("broker-kill", "broker-term", "broker-away");
    List<String> all = Faults.of(Options.of(List.of(), ROOT, 1)).stream().map(Fault::name).toList();
    assertThat(all)
        .doesNotHaveDuplicates()
        .contains("kill-notification", "crash-acknowledged", "replay", "store-black-hole");
  }
}
