package org.cocreation.proof.store;

import java.util.HashMap;
import java.util.Map;

/** The arguments of a benchmark, {@code --name value} each. */
final class Arguments {

  private final Map<String, String> values = new HashMap<>();

  private Arguments() {}

  static Arguments of(String[] args) {
    Arguments arguments = new Arguments();
    for (int i = 0; i < args.length; i += 2) {
      if (!args[i].startsWith("--") || i + 1 == args.length) {
        throw new IllegalArgumentException("expected --name value, got: " + args[i]);
      }
      arguments.values.put(args[i].substring(2), args[i + 1]);
    }
    return arguments;
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }
}
