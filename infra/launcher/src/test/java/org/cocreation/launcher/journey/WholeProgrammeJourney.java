package org.cocreation.launcher.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cocreation.launcher.demo.Demonstration;
import org.cocreation.launcher.demo.Outcome;
import org.cocreation.launcher.process.Supervisor.Kept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The demonstration as a test, and what it comes to when every process is killed once while it
 * plays.
 */
class WholeProgrammeJourney {

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void comesToTheSameThoughEveryProcessIsKilledOnce() throws Exception {
    RunningPlatform platform = RunningPlatform.get();
    List<Kept> processes = platform.processes();
    assertThat(processes).hasSize(10);
    CompletableFuture<Void> killing =
        CompletableFuture.runAsync(() -> processes.forEach(process -> kill(platform, process)));
    do {
      Outcome outcome =
          new Demonstration(platform.addresses(), Clock.systemUTC(), line -> {}).play();
      assertThat(outcome.ok()).as(outcome.asTable()).isTrue();
    } while (!killing.isDone());
    killing.get();
  }

  /** Kills it and waits until it works again, so that the next one does not make two at once. */
  private static void kill(RunningPlatform platform, Kept process) {
    ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () -> {
              Kept now = platform.process(process.name());
              return now.starts() > process.starts() && now.state().equals("ready");
            });
  }
}
