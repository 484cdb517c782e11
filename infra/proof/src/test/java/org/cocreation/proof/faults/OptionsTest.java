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
    assertThat(names("--short", "--only", "broker-k,kill-portal,crash-handled"))
        .containsExactly("broker-kill", "kill-portal", "crash-handled");
    assertThat(names())
        .doesNotHaveDuplicates()
        .contains("kill-each-service", "crash-each-point", "replay", "store-black-hole");
    assertThat(names("--short"))
        .doesNotHaveDuplicates()
        .contains("smtp-moods", "rebalance-storm", "last-seat")
        .doesNotContain("store-black-hole");
  }

  private static List<String> names(String... arguments) {
    return Faults.of(Options.of(List.of(arguments), ROOT, 1)).stream().map(Fault::name).toList();
  }
}
