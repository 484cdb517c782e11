package org.cocreation.launcher.build;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Terminal;

/** Builds modules by the repository's own Maven wrapper, and shows how far it is. */
final class Maven {

  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (.+?) +\\S+ +\\[(\\d+)/(\\d+)]");
  private static final Pattern SINGLE = Pattern.compile("\\[INFO] Building (.+?) +\\d\\S*");
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\[ERROR] *(|To see the full.*|Re-run Maven.*|For more information.*|\\[Help .*"
              + "|After correcting.*| +mvn .*)");
  private static final int DOWNLOADS_PER_LINE = 200;
  private static final int ERROR_LINES = 25;

  private final Path root;
  private final Path log;
  private final Terminal terminal;

  Maven(Path root, Path log, Terminal terminal) {
    this.root = root;
    this.log = log;
    this.terminal = terminal;
  }

  /**
   * Builds these modules and whatever they need, without tests and checks (those are for {@code
   * ./mvnw verify}).
   *
   * @throws Failure when Maven fails, with the first of its errors and its log
   */
  void build(List<String> modulePaths) {
    List<String> command = new ArrayList<>();
    if (isWindows()) {
      command.addAll(List.of("cmd", "/c", "mvnw.cmd"));
    } else {
      command.addAll(List.of("sh", root.resolve("mvnw").toString()));
    }
    command.addAll(List.of("-B", "-Dstyle.color=never", "-Dquick", "-Dmaven.test.skip=true"));
    command.addAll(List.of("-am", "-pl", String.join(",", modulePaths), "package"));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    List<String> errors = new ArrayList<>();
    try {
      Files.createDirectories(log.getParent());
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      process.getOutputStream().close();
      try (BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
          BufferedWriter kept = Files.newBufferedWriter(log)) {
        follow(lines, kept, errors);
      }
      int exit = process.waitFor();
      if (exit != 0) {
        throw new Failure(
            "The build failed (exit code "
                + exit
                + "):\n"
                + String.join("\n", errors)
                + "\nIts log: "
                + log);
      }
    } catch (IOException e) {
      throw new Failure("The build could not be run; its log: " + log, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("The build was interrupted");
    }
  }

  private void follow(BufferedReader lines, BufferedWriter kept, List<String> errors)
      throws IOException {
    int downloads = 0;
    String line = lines.readLine();
    while (line != null) {
      kept.write(line);
      kept.newLine();
      if (line.startsWith("Downloaded from") || line.startsWith("[INFO] Downloaded from")) {
        downloads++;
        if (downloads == 1 || downloads % DOWNLOADS_PER_LINE == 0) {
          terminal.say("  fetching libraries: " + downloads);
        }
      } else {
        progress(line);
      }
      if (line.startsWith("[ERROR]")
          && errors.size() < ERROR_LINES
          && !ADVICE.matcher(line).matches()) {
        errors.add("  " + line);
      }
      line = lines.readLine();
    }
  }

  private void progress(String line) {
    Matcher module = MODULE.matcher(line);
    if (module.matches()) {
      terminal.say("  [" + module.group(2) + "/" + module.group(3) + "] " + module.group(1));
      return;
    }
    Matcher single = SINGLE.matcher(line);
    if (single.matches()) {
      terminal.say("  " + single.group(1));
    }
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
  }
}
