package org.cocreation.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.cocreation.launcher.Layout;
import org.cocreation.launcher.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

  @Test
  void copiesAJarThatNamesItsLibrariesWhereTheyAre(@TempDir Path root) throws IOException {
    Path jar = jar(root.resolve("peers.jar"));
    Path directory = root.resolve("programs").resolve("peers");
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(nowhere, nowhere, new BufferedReader(new StringReader("")));

    new Programs(new Layout(root), terminal).unpack(jar, directory);

    assertThat(directory.resolve("peers.jar")).hasSameBinaryContentAs(jar);
    assertThat(directory).isDirectoryNotContaining(file -> !file.endsWith("peers.jar"));
  }

  private static Path jar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.example.Peer");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "file:/libraries/one.jar");
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
    return file;
  }
}
