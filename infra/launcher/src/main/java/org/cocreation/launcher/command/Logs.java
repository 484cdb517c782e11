package org.cocreation.launcher.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.process.LogFile;

/** Shows the end of a process' log, and goes on showing it with {@code -f}. */
final class Logs implements Command {

  private static final int LINES = 100;

  @Override
  public String name() {
    return "logs";
  }

  @Override
  public String arguments() {
    return "NAME [-f]";
  }

  @Override
  public String purpose() {
    return "the end of a process' log; -f goes on showing it";
  }

  @Override
  public int run(Context context, List<String> arguments) {
    List<String> names = arguments.stream().filter(a -> !a.equals("-f")).toList();
    Path file = names.size() == 1 ? context.layout().log(names.get(0)) : Path.of("");
    if (names.size() != 1 || !names.get(0).matches("[\\w-]+") || !Files.exists(file)) {
      throw new Failure("logs: expected one of: " + known(context.layout().logs()));
    }
    LogFile log = new LogFile(file);
    List<String> lines = log.since(0).lines().toList();
    long shown = log.length();
    lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach(context.terminal()::say);
    while (arguments.contains("-f")) {
      pause();
      if (log.length() < shown) {
        shown = 0;
      }
      String news = log.since(shown);
      int end = news.lastIndexOf('\n') + 1;
      if (end > 0) {
        context.terminal().say(news.substring(0, end - 1));
        shown += news.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return 0;
  }

  private static String known(Path logs) {
    if (!Files.isDirectory(logs)) {
      return "(there are no logs yet)";
    }
    try (Stream<Path> files = Files.list(logs)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".log"))
          .map(n -> n.substring(0, n.length() - 4))
          .sorted()
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      throw new Failure("The logs in " + logs + " cannot be read", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
