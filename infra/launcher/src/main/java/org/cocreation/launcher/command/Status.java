package org.cocreation.launcher.command;

import java.util.List;
import java.util.Optional;
import org.cocreation.launcher.process.ProcessSpec;
import org.cocreation.launcher.process.ProcessTable;
import org.cocreation.launcher.process.RunState;
import org.cocreation.launcher.process.Supervisor.Kept;
import org.cocreation.launcher.process.Surroundings;

/** Shows each process, and whether it does its work at this moment. */
final class Status implements Command {

  private static final int NOT_RUNNING = 3;

  @Override
  public String name() {
    return "status";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String purpose() {
    return "what runs, where, and whether it is ready";
  }

  @Override
  public int run(Context context, List<String> arguments) {
    Optional<RunState> running = context.running();
    if (running.isEmpty()) {
      context
          .terminal()
          .say(
              context.isBeingBuilt()
                  ? "The platform is being built; it does not run yet."
                  : "The platform is not running. Start it: ./platform up");
      return NOT_RUNNING;
    }
    Surroundings at = context.ofTheRunning();
    List<ProcessSpec> table = ProcessTable.of(at);
    boolean all = true;
    for (Kept kept : running.get().processes()) {
      Optional<ProcessSpec> spec = ProcessTable.find(table, kept.name());
      boolean passes = spec.isPresent() && kept.pid() > 0 && spec.get().ready().passes();
      boolean ready = kept.state().equals("ready") && passes;
      all &= ready;
      String state = kept.state().equals("ready") && !passes ? "not ready" : kept.state();
      String ports =
          spec.map(
                  s ->
                      String.join(
                          ", ",
                          s.ports().stream().map(p -> String.valueOf(at.ports().of(p))).toList()))
              .orElse("");
      context
          .terminal()
          .say(
              String.format(
                  "%-13s %-10s port %-11s %s%s",
                  kept.name(),
                  state,
                  ports,
                  kept.pid() > 0 ? "process " + kept.pid() : "",
                  kept.starts() > 1 ? ", started " + kept.starts() + " times" : ""));
    }
    context.terminal().say("Portal: " + at.publicUrl() + "/");
    return all ? 0 : 1;
  }
}
