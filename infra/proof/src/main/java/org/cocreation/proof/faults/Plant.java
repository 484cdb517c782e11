package org.cocreation.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.build.Program;

/**
 * A mistake, built into the platform under proof to show that the proof finds it: one passage of
 * the library's present source is replaced, the class compiled, and put into the unpacked copy that
 * this platform alone runs from. No broken code is kept, and a passage that is no longer there is
 * an error.
 *
 * @param source the class, below {@code infra/messaging}
 * @param passage what is replaced
 * @param mistake by what
 */
record Plant(String name, String says, String source, String passage, String mistake) {

  private static final String LIBRARY = "infra/messaging/src/main/java";
  private static final String PACKAGE = "org/cocreation/messaging/";

  private static final List<Plant> ALL =
      List.of(
          new Plant(
              "forgetful-relay",
              "an outbox entry is removed before the broker has acknowledged it",
              PACKAGE + "Relay.java",
              "    milestones.reached(Milestone.BEFORE_SEND);\n",
              """
                  Map<OutboxAddress, List<String>> early = new LinkedHashMap<>();
                  outgoing.forEach(
                      one -> early.put(one.key(), one.entries().stream().map(OutboxEntry::id).toList()));
                  remove(early);
                  milestones.reached(Milestone.BEFORE_SEND);
              """),
          new Plant(
              "forgetful-intake",
              "an event's id is forgotten when it is taken in",
              PACKAGE + "Intake.java",
              "        record.required(CloudEventHeaders.ID),\n",
              "        java.util.UUID.randomUUID().toString(),\n"));

  /**
   * The mistake of that name.
   *
   * @throws IllegalArgumentException when there is none, with the names that there are
   */
  static Plant named(String name) {
    return ALL.stream()
        .filter(plant -> plant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--plant: expected one of "
                        + ALL.stream().map(Plant::name).toList()
                        + ", got: "
                        + name));
  }

  /** The source with the mistake in it. */
  String mistaken(String present) {
    int at = present.indexOf(passage);
    if (at < 0 || present.indexOf(passage, at + 1) >= 0) {
      throw new Failure("The passage to be spoilt is not there, or twice, in " + source);
    }
    return present.replace(passage, mistake);
  }

  /** Puts it into a program's own copy of the library. */
  void into(Program program, Path root) {
    Path libraries = program.jar().resolveSibling("lib");
    Path draft = program.jar().resolveSibling("planted");
    try (Stream<Path> all = Files.list(libraries)) {
      List<Path> jars = all.toList();
      Path library =
          jars.stream()
              .filter(jar -> jar.getFileName().toString().startsWith("messaging-"))
              .findFirst()
              .orElse(null);
      if (library == null) {
        return;
      }
      Layout.remove(draft);
      Path spoilt = Layout.made(draft).resolve(Path.of(source).getFileName());
      Files.writeString(spoilt, mistaken(Files.readString(root.resolve(LIBRARY).resolve(source))));
      compile(spoilt, jars, draft);
      replace(library, draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compile(Path source, List<Path> jars, Path into) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath =
        String.join(java.io.File.pathSeparator, jars.stream().map(Path::toString).toList());
    List<String> arguments =
        new ArrayList<>(List.of("-nowarn", "-proc:none", "-parameters", "--release", "17"));
    arguments.addAll(List.of("-cp", classPath, "-d", into.toString(), source.toString()));
    if (compiler == null || compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new Failure("The mistake in " + source + " could not be compiled");
    }
  }

  private static void replace(Path library, Path classes) throws IOException {
    try (FileSystem jar =
            FileSystems.newFileSystem(URI.create("jar:" + library.toUri()), Map.of());
        Stream<Path> all = Files.walk(classes)) {
      for (Path one : all.filter(path -> path.toString().endsWith(".class")).toList()) {
        Files.copy(
            one,
            jar.getPath(classes.relativize(one).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
