package org.cocreation.launcher.command;

import java.util.List;
import org.cocreation.launcher.process.Plan;
import org.cocreation.launcher.process.Surroundings;

/** What {@code up --detach} runs in the background; not for people. */
final class Supervise implements Command {

  @Override
  public String name() {
    return "supervise";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String purpose() {
    return "";
  }

  @Override
  public int run(Context context, List<String> arguments) {
    Surroundings at = context.surroundings();
    return new Session(context, at).run(Plan.ready(at, context.terminal()));
  }
}
