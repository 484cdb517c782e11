package org.cocreation.launcher.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * The platform's programs, built when they are stale and unpacked for running. A running program is
 * never touched by a later build: each build is unpacked into a directory of its own.
 */
public final class Programs {

  private final Layout layout;
  private final Terminal terminal;

  /** The programs of this repository. */
  public Programs(Layout layout, Terminal terminal) {
    this.layout = layout;
    this.terminal = terminal;
  }

  /**
   * Makes these modules' programs ready, in this order: look what is stale, build that, unpack what
   * is new.
   *
   * @throws Failure when the build fails
   */
  public Map<String, Program> ready(List<String> artifacts) {
    Repository repository = Repository.read(layout.root());
    Builds builds =
        new Builds(
            layout.root(),
            repository,
            layout.platform().resolve("build").resolve("seen.properties"));
    Map<String, String> stale = builds.stale(artifacts);
    if (!stale.isEmpty()) {
      terminal.say("Building what changed: " + String.join(", ", stale.keySet()));
      new Maven(layout.root(), layout.log("build"), terminal)
          .build(stale.keySet().stream().map(a -> repository.module(a).path()).toList());
      stale.forEach(builds::remember);
    }
    Map<String, Program> programs = new LinkedHashMap<>();
    for (String artifact : artifacts) {
      String build =
          builds
              .identity(artifact)
              .orElseThrow(() -> new Failure("The build made no " + builds.jar(artifact)));
      programs.put(artifact, unpacked(artifact, builds.jar(artifact), build));
    }
    return programs;
  }

  private Program unpacked(String artifact, Path jar, String build) {
    Path directory = layout.programs().resolve(artifact + "-" + build);
    try {
      if (!Files.isDirectory(directory)) {
        forgetOlder(artifact);
        Path draft = Layout.made(layout.programs()).resolve(artifact + ".part");
        Layout.remove(draft);
        unpack(jar, draft);
        Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
      }
      Path unpacked = directory.resolve(jar.getFileName());
      return new Program(artifact, unpacked, mainClass(unpacked), build);
    } catch (IOException e) {
      throw new Failure(jar + " cannot be unpacked into " + directory, e);
    }
  }

  /**
   * As Spring Boot unpacks itself: a plain jar, and the libraries that its manifest names. A jar
   * that is plain already and names its libraries where they are is only copied.
   */
  void unpack(Path jar, Path directory) throws IOException {
    if (attribute(jar, "Spring-Boot-Version") == null) {
      Files.copy(jar, Layout.made(directory).resolve(jar.getFileName()));
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djarmode=tools"));
    command.addAll(List.of("-jar", jar.toString(), "extract"));
    command.addAll(List.of("--destination", directory.toString()));
    Path log = Layout.made(layout.logs()).resolve("unpack.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("see " + log);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  private void forgetOlder(String artifact) throws IOException {
    if (!Files.isDirectory(layout.programs())) {
      return;
    }
    try (Stream<Path> all = Files.list(layout.programs())) {
      for (Path old :
          all.filter(p -> p.getFileName().toString().matches(artifact + "-\\w+-\\w+")).toList()) {
        Layout.remove(old);
      }
    }
  }

  private static String mainClass(Path jar) throws IOException {
    String main = attribute(jar, Attributes.Name.MAIN_CLASS.toString());
    if (main == null) {
      throw new IOException("its manifest names no main class");
    }
    return main;
  }

  private static @Nullable String attribute(Path jar, String name) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      return manifest == null ? null : manifest.getMainAttributes().getValue(name);
    }
  }
}
