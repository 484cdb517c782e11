package org.cocreation.proof.speed;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the proof is asked for.
 *
 * @param root the repository
 * @param directory where the platform and the report live; emptied of data at the start
 * @param isShort small numbers and few rounds: a few minutes, to see that everything is measured
 * @param seed of everything that is random here
 * @param only the beginnings of the names of the measures that are wanted, with commas between
 *     them; empty for all
 * @param portBase ports from here on; 0 for any that are free
 * @param patience by how much every limit of time is stretched, for a machine with other work
 */
public record SpeedOptions(
    Path root,
    Path directory,
    boolean isShort,
    long seed,
    String only,
    int portBase,
    double patience) {

  static final String USAGE =
      "prove speed [--short] [--seed N] [--only NAME,…] [--patience FACTOR]";

  /**
   * Reads {@code --name value} and {@code --short}.
   *
   * @throws IllegalArgumentException with what was expected
   */
  static SpeedOptions of(List<String> args, Path root, long seedIfNone) {
    boolean isShort = false;
    long seed = seedIfNone;
    String only = "";
    int portBase = 0;
    double patience = 1;
    Path directory = root.resolve(".platform").resolve("proof").resolve("speed");
    Iterator<String> words = args.iterator();
    while (words.hasNext()) {
      String name = words.next();
      if (name.equals("--short")) {
        isShort = true;
        continue;
      }
      if (!words.hasNext()) {
        throw new IllegalArgumentException("expected " + USAGE + ", got: " + name);
      }
      String value = words.next();
      switch (name) {
        case "--seed" -> seed = Long.parseLong(value);
        case "--only" -> only = value;
        case "--port-base" -> portBase = Integer.parseInt(value);
        case "--patience" -> patience = Double.parseDouble(value);
        case "--directory" -> directory = Path.of(value).toAbsolutePath().normalize();
        default -> throw new IllegalArgumentException("expected " + USAGE + ", got: " + name);
      }
    }
    return new SpeedOptions(root, directory, isShort, seed, only, portBase, patience);
  }

  /** A limit of time, in seconds, for this machine. */
  public double within(double seconds) {
    return seconds * patience;
  }

  /** One number for the whole run, another for the short one. */
  public int choose(int whole, int small) {
    return isShort ? small : whole;
  }
}
