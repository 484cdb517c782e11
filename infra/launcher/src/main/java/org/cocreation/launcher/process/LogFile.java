package org.cocreation.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.cocreation.launcher.Failure;

/**
 * The output of one process, appended from start to start; the one before is kept as {@code .1}.
 */
public final class LogFile {

  private static final long TURN_AT_BYTES = 10L << 20;
  private static final int TAIL_BYTES = 64 * 1024;
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i).*(\\bERROR\\b|exception|caused by|error:|could not|cannot|failed|in use|denied"
              + "|refused|invalid|missing|OutOfMemory|Reason:|Description:|Action:).*");
  private static final Pattern STACK = Pattern.compile("^\\s+(at |\\.\\.\\. \\d).*");

  private final Path file;

  /** The log in this file, which need not exist yet. */
  public LogFile(Path file) {
    this.file = file;
  }

  /** Where it is. */
  public Path file() {
    return file;
  }

  /** Makes room before a start: a log that grew long becomes the one before. */
  void turn() {
    try {
      Files.createDirectories(file.getParent());
      if (Files.exists(file) && Files.size(file) > TURN_AT_BYTES) {
        Path before = file.resolveSibling(file.getFileName() + ".1");
        Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new Failure("The log " + file + " cannot be written", e);
    }
  }

  /** How long it is now, in bytes. */
  public long length() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** What was written from a place on, at most the last 64 KiB of it. */
  public String since(long start) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(Math.min(start, in.length()), in.length() - TAIL_BYTES);
      in.seek(from);
      byte[] bytes = new byte[(int) (in.length() - from)];
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * The lines that most likely say why a process ended, of what it wrote from a place on: those
   * that speak of an error, else the last ones; without stack traces.
   */
  public List<String> reason(long start, int lines) {
    List<String> all =
        since(start)
            .lines()
            .filter(line -> !line.isBlank() && !STACK.matcher(line).matches())
            .map(line -> line.length() > 400 ? line.substring(0, 400) + " …" : line)
            .toList();
    List<String> telling = all.stream().filter(l -> TELLING.matcher(l).matches()).toList();
    List<String> chosen = telling.isEmpty() ? all : telling;
    return chosen.subList(Math.max(0, chosen.size() - lines), chosen.size());
  }
}
