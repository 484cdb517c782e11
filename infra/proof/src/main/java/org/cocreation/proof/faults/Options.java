package org.cocreation.proof.faults;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the proof is asked for.
 *
 * @param root the repository
 * @param directory where the platform under proof and the ledger live; emptied of data at the start
 * @param isShort few faults of each kind, for CI
 * @param seed of everything that is random here
 * @param only the beginnings of the names of the faults that are wanted, comma-separated; empty for
 *     all
 * @param portBase ports from here on; 0 for any that are free
 * @param patience by how much every limit of time is stretched, for a machine with other work
 * @param plant the name of a mistake to be built into the platform; empty for none
 */
record Options(
    Path root,
    Path directory,
    boolean isShort,
    long seed,
    String only,
    int portBase,
    double patience,
    String plant) {

  static final String USAGE =
      "prove faults [--short] [--seed N] [--only NAME,…] [--patience FACTOR] [--plant MISTAKE]";

  /**
   * Reads {@code --name value} and {@code --short}.
   *
   * @throws IllegalArgumentException with what was expected
   */
  static Options of(List<String> args, Path root, long seedIfNone) {
    boolean isShort = false;
    long seed = seedIfNone;
    String only = "";
    int portBase = 0;
    double patience = 1;
    String plant = "";
    Path directory = null;
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
        case "--plant" -> plant = value;
        case "--directory" -> directory = Path.of(value).toAbsolutePath().normalize();
        default -> throw new IllegalArgumentException("expected " + USAGE + ", got: " + name);
      }
    }
    if (directory == null) {
      directory =
          root.resolve(".platform").resolve("proof").resolve(plant.isEmpty() ? "faults" : plant);
    }
    return new Options(root, directory, isShort, seed, only, portBase, patience, plant);
  }

  /** A limit of time, in seconds, for this machine. */
  double within(double seconds) {
    return seconds * patience;
  }
}
