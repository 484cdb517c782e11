package org.cocreation.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where things are: the repository's root, and the directory of everything that the launcher makes.
 *
 * @param root the directory that holds {@code pom.xml} and {@code platform}
 * @param platform what the launcher makes; {@code .platform} in the root unless told otherwise
 */
public record Layout(Path root, Path platform) {

  /** The usual layout. */
  public Layout(Path root) {
    this(root, root.resolve(".platform"));
  }

  /** What a person may set; never written by the launcher. */
  public Path settings() {
    return platform().resolve("settings.properties");
  }

  /** What the processes keep; {@code reset} removes it. */
  public Path data() {
    return platform().resolve("data");
  }

  public Path secrets() {
    return platform().resolve("secrets");
  }

  /** Unpacked programs, one directory for each build. */
  public Path programs() {
    return platform().resolve("programs");
  }

  /** Class-data archives. */
  public Path archives() {
    return platform().resolve("cds");
  }

  public Path run() {
    return platform().resolve("run");
  }

  /** What processes put aside while they run; emptied at each start. */
  public Path temporary() {
    return platform().resolve("tmp");
  }

  public Path logs() {
    return platform().resolve("logs");
  }

  public Path log(String process) {
    return logs().resolve(process + ".log");
  }

  /** Makes a directory that is missing. */
  public static Path made(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new Failure("The directory " + directory + " cannot be made", e);
    }
  }

  /** Removes a file or a directory with all that is in it, if it is there. */
  public static void remove(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      throw new Failure(path + " cannot be removed", e);
    }
  }
}
