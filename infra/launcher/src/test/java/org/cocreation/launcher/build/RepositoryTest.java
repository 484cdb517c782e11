package org.cocreation.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.Secrets;
import org.cocreation.launcher.Settings;
import org.cocreation.launcher.process.ProcessTable;
import org.cocreation.launcher.process.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {

  @Test
  void hasTheModuleOfEveryProcessInTheTable(@TempDir Path directory) {
    Repository repository = Repository.read(Path.of("..", "..").toAbsolutePath().normalize());
    Layout layout = new Layout(directory);
    Settings settings = Settings.load(layout.settings(), Map.of(), Map.of());
    Surroundings at =
        new Surroundings(layout, settings, Ports.of(settings), new Secrets(layout.secrets()));
    assertThat(ProcessTable.of(at))
        .allSatisfy(row -> assertThat(repository.sources(row.artifact())).isNotEmpty());
    assertThat(repository.withNeeds("registration-service"))
        .extracting(Module::artifact)
        .contains("registration-service", "messaging", "service-defaults", "contracts")
        .doesNotContain("testing", "launcher");
  }
}
