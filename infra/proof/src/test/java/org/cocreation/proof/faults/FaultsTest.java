package org.cocreation.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cocreation.proof.platform.Options;
import org.junit.jupiter.api.Test;

class FaultsTest {

  @Test
  void areChosenByTheBeginningOfTheirNames() {
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
    Options options = Options.of("faults", List.of(arguments), Path.of("/repository"), 1);
    return Faults.of(options).stream().map(Fault::name).toList();
  }
}
