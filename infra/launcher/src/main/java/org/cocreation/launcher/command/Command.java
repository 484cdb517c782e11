package org.cocreation.launcher.command;

import java.util.List;

/** One thing that the platform can be told to do. */
public interface Command {

  /** The word that asks for it. */
  String name();

  /** The words that may follow; empty when none. */
  String arguments();

  /** What it does, in a line. */
  String purpose();

  /**
   * Does it.
   *
   * @return the exit code: 0 when it is done
   * @throws org.cocreation.launcher.Failure when it cannot be done, with what to do about it
   */
  int run(Context context, List<String> arguments);
}
