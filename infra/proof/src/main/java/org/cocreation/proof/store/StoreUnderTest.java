package org.cocreation.proof.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The store in a JVM of its own, as the platform runs it. */
final class StoreUnderTest implements AutoCloseable {

  /** What infra/launcher starts it with. */
  static final String PLATFORM_OPTIONS =
      "-Xmx1792m -XX:+UseG1GC -XX:G1HeapRegionSize=8m -XX:-G1UseAdaptiveIHOP -XX:TieredStopAtLevel=1";

  private static final Pattern READY = Pattern.compile("(mongodb://\\S+)");

  private final Process process;
  private final String uri;

  private StoreUnderTest(Process process, String uri) {
    this.process = process;
    this.uri = uri;
  }

  static StoreUnderTest start(Path directory, String options, String survivesPowerLoss)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options.strip().split("\\s+")));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "org.cocreation.embedded.store.StoreProcess",
            "--dir",
            directory.toString(),
            "--port",
            "0",
            "--survives-power-loss",
            survivesPowerLoss));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader output = process.inputReader();
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        return new StoreUnderTest(process, ready.group(1));
      }
      said.append(line).append('\n');
    }
    throw new IOException("The store did not start:\n" + said);
  }

  /** What it has used of the processors so far. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  String uri() {
    return uri;
  }

  static long size(Path directory) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        size += Files.exists(file) ? Files.size(file) : 0;
      }
    }
    return size;
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
