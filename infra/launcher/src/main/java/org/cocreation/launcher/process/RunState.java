package org.cocreation.launcher.process;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.process.Supervisor.Kept;

/**
 * What a running platform says about itself to other launchers: which launcher runs it, with which
 * settings, and its processes. Written whole by the launcher that runs it, after each change.
 *
 * @param pid the launcher that runs it
 * @param phase starting, ready, failed
 * @param settings what it was started with
 */
public record RunState(long pid, String phase, Map<String, String> settings, List<Kept> processes) {

  private static final String FILE = "state.properties";
  private static final String SETTING = "setting.";

  /** Keeps copies. */
  public RunState {
    settings = Map.copyOf(settings);
    processes = List.copyOf(processes);
  }

  /** Writes it in place of the one before. */
  public void write(Path directory) {
    Properties p = new Properties();
    p.setProperty("pid", Long.toString(pid));
    p.setProperty("phase", phase);
    settings.forEach((key, value) -> p.setProperty(SETTING + key, value));
    for (int i = 0; i < processes.size(); i++) {
      Kept kept = processes.get(i);
      p.setProperty(
          String.format("process.%02d", i),
          kept.name() + " " + kept.state() + " " + kept.pid() + " " + kept.starts());
    }
    StringWriter text = new StringWriter();
    try {
      p.store(text, null);
      Path draft = directory.resolve(FILE + ".part");
      try (Writer writer = Files.newBufferedWriter(draft)) {
        writer.write(text.toString());
      }
      Files.move(
          draft,
          directory.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Failure("The platform's state in " + directory + " cannot be written", e);
    }
  }

  /** The state of the platform that runs; empty when none does. */
  public static Optional<RunState> running(Path directory) {
    return PlatformLock.isTaken(directory) ? read(directory) : Optional.empty();
  }

  /** The state that was written last, whether its platform still runs or not. */
  public static Optional<RunState> read(Path directory) {
    Properties p = new Properties();
    try (var reader = Files.newBufferedReader(directory.resolve(FILE))) {
      p.load(reader);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new Failure("The platform's state in " + directory + " cannot be read", e);
    }
    Map<String, String> settings = new java.util.TreeMap<>();
    List<Kept> processes = new ArrayList<>();
    for (String key : p.stringPropertyNames().stream().sorted().toList()) {
      if (key.startsWith(SETTING)) {
        settings.put(key.substring(SETTING.length()), p.getProperty(key));
      } else if (key.startsWith("process.")) {
        String[] words = p.getProperty(key).split(" ", 4);
        processes.add(
            new Kept(words[0], words[1], Long.parseLong(words[2]), Integer.parseInt(words[3])));
      }
    }
    return Optional.of(
        new RunState(
            Long.parseLong(p.getProperty("pid", "-1")),
            p.getProperty("phase", "starting"),
            settings,
            processes));
  }
}
