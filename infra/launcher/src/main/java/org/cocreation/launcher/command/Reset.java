package org.cocreation.launcher.command;

import java.util.List;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;

/** Removes all data of a stopped platform, with its secrets and logs; builds and settings stay. */
final class Reset implements Command {

  @Override
  public String name() {
    return "reset";
  }

  @Override
  public String arguments() {
    return "[--yes]";
  }

  @Override
  public String purpose() {
    return "remove all data of the stopped platform; --yes asks nothing";
  }

  @Override
  public int run(Context context, List<String> arguments) {
    if (context.running().isPresent()) {
      throw new Failure("The platform is running. Stop it first: ./platform down");
    }
    Layout layout = context.layout();
    if (!arguments.equals(List.of("--yes"))
        && !context
            .terminal()
            .ask("Remove every registration, e-mail and file in " + layout.data() + "? (yes/no) ")
            .equals("yes")) {
      context.terminal().say("Nothing was removed.");
      return 1;
    }
    Layout.remove(layout.data());
    Layout.remove(layout.secrets());
    Layout.remove(layout.logs());
    Layout.remove(layout.run());
    context.terminal().say("Removed. The next start begins anew.");
    return 0;
  }
}
