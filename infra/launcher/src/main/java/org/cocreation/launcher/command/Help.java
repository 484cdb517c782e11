package org.cocreation.launcher.command;

import java.util.List;
import java.util.Map;
import org.cocreation.launcher.Settings;

/** Says what the platform can be told to do, and what can be set. */
final class Help implements Command {

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String arguments() {
    return "[settings]";
  }

  @Override
  public String purpose() {
    return "this; with settings: every setting";
  }

  @Override
  public int run(Context context, List<String> arguments) {
    context.terminal().say(arguments.contains("settings") ? settings() : commands());
    return 0;
  }

  private static String commands() {
    StringBuilder text =
        new StringBuilder("./platform [--port-base N] [--set KEY=VALUE] COMMAND\n");
    for (Command command : Commands.shown()) {
      String form = (command.name() + " " + command.arguments()).strip();
      text.append(String.format("%n  %-18s %s", form, command.purpose()));
    }
    return text.append("\n\nSettings: .platform/settings.properties, the environment, or --set.")
        .toString();
  }

  private static String settings() {
    StringBuilder text =
        new StringBuilder(
            "In .platform/settings.properties, or in the environment as in brackets:\n");
    for (Map.Entry<String, String> key : Settings.KNOWN.entrySet()) {
      text.append(
          String.format(
              "%n  %-32s %s%n  %-32s [%s]",
              key.getKey(), key.getValue(), "", Settings.environmentName(key.getKey())));
    }
    return text.toString();
  }
}
