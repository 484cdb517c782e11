package org.cocreation.proof.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file of everything that was acknowledged, a JSON line for each, written before the client
 * goes on. The audit reads the file, not the memory of who wrote it.
 */
final class Ledger implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;
  private final BufferedWriter lines;
  private long written;

  /** Opens a ledger and goes on behind what is in it. */
  Ledger(Path file) {
    this.file = file;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      lines = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void write(Entry entry) {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", entry.at().toString());
    line.put("kind", entry.kind().name());
    line.put("programme", entry.programme());
    line.put("person", entry.person());
    ObjectNode about = line.putObject("about");
    entry.about().forEach(about::put);
    try {
      lines.write(JSON.writeValueAsString(line));
      lines.write('\n');
      lines.flush();
      written++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many acknowledgements were written since it was opened. */
  synchronized long written() {
    return written;
  }

  /** What the file says about one programme, in its order. */
  List<Entry> read(String programme) {
    try {
      List<Entry> entries = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        JsonNode one = JSON.readTree(line);
        if (one.get("programme").asString().equals(programme)) {
          Map<String, String> about = new TreeMap<>();
          one.get("about")
              .properties()
              .forEach(p -> about.put(p.getKey(), p.getValue().asString()));
          entries.add(
              new Entry(
                  Instant.parse(one.get("at").asString()),
                  Entry.Kind.valueOf(one.get("kind").asString()),
                  programme,
                  one.get("person").asString(),
                  about));
        }
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
