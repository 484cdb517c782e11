package org.cocreation.embedded;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The command line of an embedded process: {@code --name value} or {@code --name=value}. Names that
 * the process does not know itself are only accepted in the second form and handed on by {@link
 * #others()}.
 */
public final class ProcessArguments {

  private static final String LOGGING = "logback.configurationFile";

  private final Map<String, String> known = new LinkedHashMap<>();
  private final Map<String, String> others = new TreeMap<>();

  private ProcessArguments() {}

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException when an argument is not of the form, with the argument named
   */
  public static ProcessArguments of(String[] args, String... known) {
    ProcessArguments result = new ProcessArguments();
    List<String> names = List.of(known);
    for (int i = 0; i < args.length; i++) {
      String argument = args[i];
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--")) {
        throw new IllegalArgumentException("expected --name value, got: " + argument);
      }
      String name = argument.substring(2, equals < 0 ? argument.length() : equals);
      if (equals < 0 && (!names.contains(name) || i + 1 == args.length)) {
        throw new IllegalArgumentException(
            (names.contains(name) ? "no value for: --" : "unknown argument: --") + name);
      }
      String value = equals < 0 ? args[++i] : argument.substring(equals + 1);
      (names.contains(name) ? result.known : result.others).put(name, value);
    }
    return result;
  }

  /**
   * A value that must be there.
   *
   * @throws IllegalArgumentException when it is not, with its name
   */
  public String required(String name) {
    String value = known.get(name);
    if (value == null) {
      throw new IllegalArgumentException("missing argument: --" + name);
    }
    return value;
  }

  /** A value, or what stands in for it. */
  public String get(String name, String otherwise) {
    return known.getOrDefault(name, otherwise);
  }

  /**
   * A port number, 0 meaning any free one.
   *
   * @throws IllegalArgumentException when it is not a number from 0 to 65535
   */
  public int port(String name, int otherwise) {
    String value = get(name, Integer.toString(otherwise));
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, together with a number out of range.
    }
    throw new IllegalArgumentException("--" + name + " is not a port (0…65535): " + value);
  }

  /** The arguments that the process did not name, by name. */
  public Map<String, String> others() {
    return Collections.unmodifiableMap(others);
  }

  /**
   * Makes this JVM log the way a process of the platform does (warnings of the libraries, what the
   * process itself says), unless the command line names another configuration. To be called before
   * anything logs.
   */
  public static void logAsProcess() {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "org/cocreation/embedded/process-logging.xml");
    }
  }
}
