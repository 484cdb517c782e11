package org.cocreation.launcher.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the platform can be told to do, in the order in which help shows it. */
public final class Commands {

  private static final List<Command> ALL =
      List.of(
          new Up(),
          new Status(),
          new Logs(),
          new Down(),
          new Demo(),
          new Programme(),
          new DeadLetters(),
          new Prove(),
          new Reset(),
          new Help(),
          new Supervise());

  private Commands() {}

  /** The command of that name, if there is one. */
  public static @Nullable Command find(String name) {
    String wanted = name.replaceAll("^-+(?=help$)", "");
    return ALL.stream().filter(c -> c.name().equals(wanted)).findFirst().orElse(null);
  }

  /** The commands that a person is told of. */
  static List<Command> shown() {
    return ALL.stream().filter(c -> !c.purpose().isEmpty()).toList();
  }
}
