package org.cocreation.proof.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cocreation.proof.platform.Options;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  @Test
  void areChosenByTheBeginningOfTheirNames() {
    assertThat(names("--only", "start,growth")).containsExactly("start", "growth");
    assertThat(names()).doesNotHaveDuplicates().contains("pipeline", "import", "outbox");
  }

  private static List<String> names(String... arguments) {
    Options options = Options.of("speed", List.of(arguments), Path.of("/repository"), 1);
    return Measures.of(options).stream().map(Measure::name).toList();
  }
}
