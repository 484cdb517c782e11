package org.cocreation.launcher;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cocreation.launcher.command.Command;
import org.cocreation.launcher.command.Commands;
import org.cocreation.launcher.command.Context;

/**
 * The platform command: {@code platform [--port-base N] [--set KEY=VALUE]… COMMAND [ARGUMENT…]}.
 * The repository's root is given by the script in the system property {@code platform.root}.
 *
 * <p>Exit codes: 0 done; 1 not done, with the reason on the standard error output; 2 not
 * understood; 3 the platform is not running.
 */
public final class Platform {

  private static final int NOT_DONE = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private Platform() {}

  /** Does what is asked for and ends this JVM. */
  @SuppressWarnings("SystemOut") // the one place that names the terminal
  public static void main(String[] args) {
    Terminal terminal =
        new Terminal(
            System.out,
            System.err,
            new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
    Path root = Path.of(System.getProperty("platform.root", "")).toAbsolutePath().normalize();
    String directory = System.getenv("COCREATION_DIRECTORY");
    Layout layout =
        directory == null
            ? new Layout(root)
            : new Layout(root, Path.of(directory).toAbsolutePath().normalize());
    System.exit(run(layout, terminal, System.getenv(), List.of(args)));
  }

  /** Does what is asked for. */
  static int run(
      Layout layout, Terminal terminal, Map<String, String> environment, List<String> args) {
    try {
      Map<String, String> settings = new LinkedHashMap<>();
      List<String> words = withoutSettings(args, settings);
      String name = words.isEmpty() ? "help" : words.get(0);
      Command command = Commands.find(name);
      if (command == null) {
        terminal.complain("Unknown command: " + name + ". See: ./platform help");
        return NOT_UNDERSTOOD;
      }
      Context context = new Context(layout, terminal, environment, settings);
      return command.run(context, words.subList(Math.min(1, words.size()), words.size()));
    } catch (Failure e) {
      terminal.complain(String.valueOf(e.getMessage()));
      return NOT_DONE;
    }
  }

  private static List<String> withoutSettings(List<String> args, Map<String, String> settings) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      boolean last = i + 1 == args.size();
      if (arg.equals("--port-base") || arg.equals("--set")) {
        if (last) {
          throw new Failure(arg + " needs a value");
        }
        i++;
        String value = arg.equals("--set") ? args.get(i) : "cocreation.port-base=" + args.get(i);
        int equals = value.indexOf('=');
        if (equals < 1) {
          throw new Failure("--set: expected KEY=VALUE, got: " + value);
        }
        settings.put(value.substring(0, equals), value.substring(equals + 1));
      } else {
        words.add(arg);
      }
    }
    return words;
  }
}
