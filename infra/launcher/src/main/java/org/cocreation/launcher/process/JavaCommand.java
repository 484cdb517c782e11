package org.cocreation.launcher.process;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.build.Program;
import org.cocreation.launcher.guard.Guarded;

/**
 * How a program is run: in a JVM of this JDK, guarded (see {@link Guarded}), with a bounded heap
 * and with what makes short starts on few cores.
 */
final class JavaCommand {

  private final Path guard;
  private final Path temporary;
  private final List<String> furtherOptions;

  private JavaCommand(Path guard, Path temporary, List<String> furtherOptions) {
    this.guard = guard;
    this.temporary = temporary;
    this.furtherOptions = furtherOptions;
  }

  /** Commands for this installation. */
  static JavaCommand in(Layout layout, String furtherOptions) {
    List<String> options =
        furtherOptions.isBlank() ? List.of() : Arrays.asList(furtherOptions.strip().split("\\s+"));
    return new JavaCommand(guardJar(layout.programs()), layout.temporary(), options);
  }

  /** The command for a row of the table; {@code archive} names what to do with its archive. */
  List<String> of(ProcessSpec spec, Program program, List<String> archive) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(spec.heap());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            // As much as a service's classes take: growing up to it costs a full collection each
            // time.
            "-XX:MetaspaceSize=128m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(archive);
    command.addAll(furtherOptions);
    command.add("-cp");
    command.add(guard + File.pathSeparator + program.jar());
    command.add(Guarded.class.getName());
    command.add(spec.mainClass().isEmpty() ? program.mainClass() : spec.mainClass());
    command.addAll(spec.arguments());
    return command;
  }

  /**
   * The guard alone in a jar, written only when it differs: a class path whose files stay the same
   * is what a class-data archive goes by.
   */
  private static Path guardJar(Path directory) {
    Path jar = directory.resolve("guard.jar");
    try {
      byte[] wanted = guardBytes();
      if (!Files.exists(jar) || !Arrays.equals(Files.readAllBytes(jar), wanted)) {
        Files.createDirectories(directory);
        Path draft = directory.resolve("guard.jar.part");
        Files.write(draft, wanted);
        Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      return jar;
    } catch (IOException e) {
      throw new Failure(jar + " cannot be written", e);
    }
  }

  private static byte[] guardBytes() throws IOException {
    String entry = Guarded.class.getName().replace('.', '/') + ".class";
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream code = Guarded.class.getClassLoader().getResourceAsStream(entry);
        JarOutputStream jar = new JarOutputStream(bytes)) {
      if (code == null) {
        throw new IOException("the launcher lacks " + entry);
      }
      for (String name : List.of("META-INF/MANIFEST.MF", entry)) {
        JarEntry one = new JarEntry(name);
        one.setTime(0);
        jar.putNextEntry(one);
        if (name.equals(entry)) {
          code.transferTo(jar);
        } else {
          manifest.write(jar);
        }
        jar.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
