package org.cocreation.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.process.Supervisor.Kept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path directory;

  @Test
  void isReadByOtherLaunchersWhileItsPlatformRunsAndNotAfter() {
    RunState state =
        new RunState(
            42,
            "ready",
            Map.of("cocreation.port-base", "20000"),
            List.of(new Kept("broker", "ready", 43, 1), new Kept("portal", "pausing", -1, 3)));
    try (PlatformLock lock = PlatformLock.take(directory).orElseThrow()) {
      assertThat(lock.isValid()).isTrue();
      state.write(directory);
      assertThat(PlatformLock.take(directory)).isEmpty();
      assertThat(RunState.running(directory)).contains(state);
    }
    assertThat(RunState.running(directory)).isEmpty();
    assertThat(RunState.read(directory)).contains(state);
  }
}
