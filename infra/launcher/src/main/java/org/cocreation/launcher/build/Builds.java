package org.cocreation.launcher.build;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.cocreation.launcher.Failure;

/**
 * Which programs are built from the sources as they are now.
 *
 * <p>A program is fresh when its jar is the one that was seen before with the same fingerprint of
 * its sources; or when the jar is newer than every source, as after a build by hand. Everything
 * else is stale. Contents decide where they are known, so a checkout that touches files without
 * changing them rebuilds nothing.
 */
final class Builds {

  private final Path root;
  private final Repository repository;
  private final Path record;

  /** The state of the builds below a root, remembered in this file. */
  Builds(Path root, Repository repository, Path record) {
    this.root = root;
    this.repository = repository;
    this.record = record;
  }

  /** The jar that the launcher runs: the service's own, or the one with all that embedded needs. */
  Path jar(String artifact) {
    Path target = repository.module(artifact).directory(root).resolve("target");
    Path plain = target.resolve(artifact + "-" + repository.version() + ".jar");
    Path beside = target.resolve(artifact + "-" + repository.version() + "-boot.jar");
    return Files.exists(beside) ? beside : plain;
  }

  /** What tells this build of a program from another; empty when it is not built. */
  Optional<String> identity(String artifact) {
    Path jar = jar(artifact);
    try {
      if (!Files.exists(jar)) {
        return Optional.empty();
      }
      return Optional.of(
          Long.toString(Files.size(jar), 36)
              + "-"
              + Long.toString(Files.getLastModifiedTime(made(jar)).toMillis(), 36));
    } catch (IOException e) {
      throw new Failure(jar + " cannot be read", e);
    }
  }

  /** Those of the programs that have to be built, each with the fingerprint of its sources. */
  Map<String, String> stale(List<String> artifacts) {
    Properties seen = seen();
    Map<String, String> stale = new LinkedHashMap<>();
    for (String artifact : artifacts) {
      String fingerprint = repository.fingerprint(artifact);
      Optional<String> identity = identity(artifact);
      boolean known =
          identity.isPresent()
              && (identity.get() + " " + fingerprint).equals(seen.getProperty(artifact));
      if (!known) {
        if (identity.isPresent() && isNewerThanItsSources(artifact)) {
          remember(artifact, fingerprint);
        } else {
          stale.put(artifact, fingerprint);
        }
      }
    }
    return stale;
  }

  /**
   * Remembers that the program as it is was built from sources with this fingerprint (taken before
   * the build, for they may have changed while it ran).
   */
  void remember(String artifact, String fingerprint) {
    Properties seen = seen();
    identity(artifact).ifPresent(i -> seen.setProperty(artifact, i + " " + fingerprint));
    try {
      Files.createDirectories(record.getParent());
      Path draft = record.resolveSibling(record.getFileName() + ".part");
      try (Writer writer = Files.newBufferedWriter(draft)) {
        seen.store(
            writer, "program = its jar, and the fingerprint of the sources it was built from");
      }
      Files.move(
          draft, record, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Failure(record + " cannot be written", e);
    }
  }

  private boolean isNewerThanItsSources(String artifact) {
    try {
      long made = Files.getLastModifiedTime(made(jar(artifact))).toMillis();
      for (Path source : repository.sources(artifact)) {
        if (changedAt(source) > made) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** When a source, or the directory that it is in (as after a removal beside it), changed. */
  private long changedAt(Path source) throws IOException {
    long changed = Files.getLastModifiedTime(source).toMillis();
    Path directory = source.getParent();
    return directory == null || directory.equals(root)
        ? changed
        : Math.max(changed, Files.getLastModifiedTime(directory).toMillis());
  }

  /**
   * The file whose time is that of the build: the jar before it was repackaged, for a repackaged
   * jar carries the same time whenever it is built.
   */
  private static Path made(Path jar) {
    String name = jar.getFileName().toString();
    Path original = jar.resolveSibling(name + ".original");
    Path plain = jar.resolveSibling(name.replace("-boot.jar", ".jar"));
    return Files.exists(original) ? original : plain;
  }

  private Properties seen() {
    Properties seen = new Properties();
    if (Files.exists(record)) {
      try (Reader reader = Files.newBufferedReader(record)) {
        seen.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        seen.clear();
      }
    }
    return seen;
  }
}
