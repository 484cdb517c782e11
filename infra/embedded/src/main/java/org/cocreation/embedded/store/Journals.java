package org.cocreation.embedded.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The journals of a directory. Each has the number of the checkpoint from which it goes on. */
final class Journals {

  private static final Pattern NAME = Pattern.compile("journal-(\\d+)\\.log");

  private final Path directory;
  private final Durability durability;

  Journals(Path directory, Durability durability) {
    this.directory = directory;
    this.durability = durability;
  }

  /** Those that are there, the oldest first. */
  SortedMap<Long, Path> found() throws IOException {
    SortedMap<Long, Path> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.forEach(
          file -> {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
              found.put(Long.valueOf(name.group(1)), file);
            }
          });
    }
    return found;
  }

  /** An empty one. */
  Journal begin(long number) throws IOException {
    return new Journal(file(number), durability);
  }

  void delete(long number) throws IOException {
    Files.delete(file(number));
  }

  private Path file(long number) {
    return directory.resolve("journal-" + number + ".log");
  }
}
