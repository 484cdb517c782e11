package org.cocreation.proof.platform;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What a proof is asked for.
 *
 * @param root the repository
 * @param directory where the platform under proof and the report live; emptied of data at the start
 * @param isShort small numbers, for CI
 * @param seed of everything that is random here
 * @param only the beginnings of the names of what is wanted, comma-separated; empty for all
 * @param portBase ports from here on; 0 for any that are free
 * @param patience by how much every limit of time is stretched, for a machine with other work
 * @param plant the name of a mistake to be built into the platform; empty for none
 * @param bothCompilers whether JVMs compile as they do in production, instead of as the launcher
 *     has them do
 */
public record Options(
    Path root,
    Path directory,
    boolean isShort,
    long seed,
    String only,
    int portBase,
    double patience,
    String plant,
    boolean bothCompilers) {

  private static final List<String> BOTH = List.of("-XX:TieredStopAtLevel=4");

  /**
   * Reads {@code --name value}, {@code --short} and {@code --both-compilers}.
   *
   * @param proof its name, which is also that of its directory
   * @throws IllegalArgumentException with what was expected
   */
  public static Options of(String proof, List<String> args, Path root, long seedIfNone) {
    boolean isShort = false;
    long seed = seedIfNone;
    String only = "";
    int portBase = 0;
    double patience = 1;
    String plant = "";
    boolean bothCompilers = false;
    Path directory = null;
    Iterator<String> words = args.iterator();
    while (words.hasNext()) {
      String name = words.next();
      if (name.equals("--short")) {
        isShort = true;
        continue;
      }
      if (name.equals("--both-compilers")) {
        bothCompilers = true;
        continue;
      }
      if (!words.hasNext()) {
        throw unexpected(proof, name);
      }
      String value = words.next();
      try {
        switch (name) {
          case "--seed" -> seed = Long.parseLong(value);
          case "--only" -> only = value;
          case "--port-base" -> portBase = Integer.parseInt(value);
          case "--patience" -> patience = Double.parseDouble(value);
          case "--plant" -> plant = value;
          case "--directory" -> directory = Path.of(value).toAbsolutePath().normalize();
          default -> throw unexpected(proof, name);
        }
      } catch (NumberFormatException e) {
        throw unexpected(proof, name + " " + value);
      }
    }
    if (directory == null) {
      directory =
          root.resolve(".platform").resolve("proof").resolve(plant.isEmpty() ? proof : plant);
    }
    return new Options(
        root, directory, isShort, seed, only, portBase, patience, plant, bothCompilers);
  }

  private static IllegalArgumentException unexpected(String proof, String got) {
    return new IllegalArgumentException(
        "expected prove "
            + proof
            + " [--short] [--seed N] [--only NAME,…] [--patience FACTOR] [--both-compilers]"
            + " [--plant MISTAKE], got: "
            + got);
  }

  /** What each JVM of the platform is told besides what the launcher tells it. */
  public List<String> jvm() {
    return bothCompilers ? BOTH : List.of();
  }

  /** A platform of these options' own. */
  public Ground ground() {
    return new Ground(root, directory, portBase, patience, jvm());
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
