package org.cocreation.launcher.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.process.RunState;

/** Stops the platform, whoever started it. */
final class Down implements Command {

  private static final long PATIENCE_SECONDS = 120;

  @Override
  public String name() {
    return "down";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String purpose() {
    return "stop everything; the data stays";
  }

  @Override
  public int run(Context context, List<String> arguments) {
    Optional<RunState> running = context.running();
    if (running.isEmpty()) {
      context.terminal().say("The platform is not running.");
      return 0;
    }
    long pid = running.get().pid();
    Optional<ProcessHandle> launcher = ProcessHandle.of(pid);
    if (launcher.isEmpty()) {
      throw new Failure("The launcher that runs the platform is not to be seen: process " + pid);
    }
    context.terminal().say("Stopping …");
    launcher.get().destroy();
    try {
      launcher.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new Failure("The launcher (process " + pid + ") has not ended yet");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted; the platform goes on stopping");
    }
    context.terminal().say("Stopped. The data stays in " + context.layout().data());
    return 0;
  }
}
