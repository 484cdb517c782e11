package org.cocreation.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets that this installation made for itself: each is random, made when it is first asked for,
 * and kept in a file of its own that only its owner can read.
 */
public final class Secrets {

  private static final int BYTES = 32;

  private final Path directory;

  /** Secrets kept in this directory. */
  public Secrets(Path directory) {
    this.directory = directory;
  }

  /** The key that seals personal links between registration and notification: base64, 256 bits. */
  public String linkKey() {
    return secret("link-key");
  }

  /** What the portal proves itself with to the embedded identity provider. */
  public String portalClientSecret() {
    return secret("portal-client-secret");
  }

  private String secret(String name) {
    Path file = directory.resolve(name);
    try {
      Files.createDirectories(directory, ownersOnly("rwx------"));
      if (!Files.exists(file)) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = directory.resolve(name + ".part");
        Files.deleteIfExists(draft);
        Files.createFile(draft, ownersOnly("rw-------"));
        Files.writeString(draft, Base64.getEncoder().encodeToString(random));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Failure("The secret " + file + " cannot be read or made", e);
    }
  }

  private FileAttribute<?>[] ownersOnly(String permissions) {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
