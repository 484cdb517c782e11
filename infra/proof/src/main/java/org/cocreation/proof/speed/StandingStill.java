package org.cocreation.proof.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cocreation.launcher.Failure;
import org.cocreation.proof.platform.Proving;

/**
 * Services that are stopped in the middle of whatever they do (SIGSTOP), until this is closed
 * (SIGCONT). They find their way back by themselves: what is on the topics waits for them. Where
 * there is no such signal nothing stands still.
 */
final class StandingStill implements AutoCloseable {

  private final List<Long> stopped = new ArrayList<>();
  private final Thread atTheLatest = new Thread(this::goOn, "go-on");

  private StandingStill() {}

  /** Every service but these. */
  static StandingStill allBut(SpeedBench bench, String... services) throws InterruptedException {
    StandingStill still = new StandingStill();
    Runtime.getRuntime().addShutdownHook(still.atTheLatest);
    for (String other : Proving.SERVICES) {
      long pid = bench.platform().process(other).pid();
      if (!List.of(services).contains(other) && signal("-STOP", pid)) {
        still.stopped.add(pid);
      }
    }
    return still;
  }

  int count() {
    return stopped.size();
  }

  private static boolean signal(String signal, long pid) throws InterruptedException {
    try {
      Process kill =
          new ProcessBuilder("kill", signal, Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return kill.waitFor(10, TimeUnit.SECONDS) && kill.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  private void goOn() {
    for (long pid : stopped) {
      try {
        signal("-CONT", pid);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure("Interrupted while services stood still; they still do");
      }
    }
    stopped.clear();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atTheLatest);
    goOn();
  }
}
