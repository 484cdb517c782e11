package org.cocreation.peers.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A command line of {@code --name value}. */
public final class Arguments {

  private Arguments() {}

  /**
   * The values by name.
   *
   * @throws IllegalArgumentException when an argument is not among the names, or has no value
   */
  public static Map<String, String> of(String[] arguments, String... names) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (!List.of(names).contains(name) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "expected --" + String.join(" VALUE --", names) + " VALUE, got: " + arguments[i]);
      }
      given.put(name, arguments[i + 1]);
    }
    return given;
  }

  /**
   * A value that must be there.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static String required(Map<String, String> given, String name) {
    String value = given.get(name);
    if (value == null) {
      throw new IllegalArgumentException("missing argument: --" + name);
    }
    return value;
  }
}
