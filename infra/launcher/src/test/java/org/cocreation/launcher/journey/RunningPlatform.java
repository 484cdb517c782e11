package org.cocreation.launcher.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Platform;
import org.cocreation.launcher.Ports;
import org.cocreation.launcher.demo.Addresses;
import org.cocreation.launcher.process.RunState;
import org.cocreation.launcher.process.Supervisor.Kept;

/**
 * The whole platform as {@code ./platform up --detach} starts it, on free ports and in a directory
 * of its own, once for all journeys of a run. It is stopped at the end of the JVM.
 */
final class RunningPlatform {

  private static RunningPlatform started;

  private final Path root =
      Path.of(System.getProperty("platform.root")).toAbsolutePath().normalize();
  private final Path directory;
  private final Ports ports = Ports.free();

  private RunningPlatform() throws IOException {
    directory = Files.createTempDirectory("platform-of-journeys");
  }

  static synchronized RunningPlatform get() throws Exception {
    if (started == null) {
      RunningPlatform platform = new RunningPlatform();
      Runtime.getRuntime().addShutdownHook(new Thread(platform::stop));
      assertThat(platform.command("up", "--detach"))
          .as("the platform starts; see " + platform.directory)
          .isZero();
      started = platform;
    }
    return started;
  }

  Addresses addresses() {
    return new Addresses(at(Ports.Name.PORTAL), at(Ports.Name.IDENTITY), at(Ports.Name.MAILBOX));
  }

  /** The processes as the launcher sees them now. */
  List<Kept> processes() {
    return RunState.read(new Layout(root, directory).run()).orElseThrow().processes();
  }

  Kept process(String name) {
    return processes().stream().filter(kept -> kept.name().equals(name)).findFirst().orElseThrow();
  }

  /** Runs a command of the platform and gives its exit code. */
  int command(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dplatform.root=" + root);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Platform.class.getName()));
    for (Ports.Name name : Ports.Name.values()) {
      command.addAll(List.of("--set", name.setting() + "=" + ports.of(name)));
    }
    // Making archives takes longer than one start without them.
    command.addAll(List.of("--set", "cocreation.fast-start=false"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).inheritIO();
    builder.environment().put("COCREATION_DIRECTORY", directory.toString());
    Process process = builder.start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("it ends").isTrue();
    return process.exitValue();
  }

  private URI at(Ports.Name name) {
    return URI.create("http://localhost:" + ports.of(name));
  }

  private void stop() {
    try {
      command("down");
      Layout.remove(directory);
    } catch (IOException | InterruptedException | RuntimeException left) {
      throw new IllegalStateException("the platform in " + directory + " was left behind", left);
    }
  }
}
