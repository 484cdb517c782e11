package org.cocreation.embedded.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The RSA keys that tokens are signed with: made at the first start, kept in files that only their
 * owner can read. The newest signs. Older ones are published until nothing signed with them can
 * still be good, then deleted.
 */
final class SigningKeys {

  private static final int BITS = 2048;

  private final List<RSAKey> newestFirst;

  private SigningKeys(List<RSAKey> newestFirst) {
    this.newestFirst = newestFirst;
  }

  /**
   * Opens the keys of a directory.
   *
   * @param rotate whether to add a new key that signs from now on
   * @param keepOld how long a key is published after a newer one took its place
   * @throws UncheckedIOException when a key cannot be read or written, with its file
   */
  static SigningKeys open(Path directory, boolean rotate, Duration keepOld, Clock clock) {
    try {
      Files.createDirectories(directory);
      List<Path> files = files(directory);
      if (files.isEmpty() || rotate) {
        files.add(make(directory, clock.instant()));
        files.sort(Comparator.naturalOrder());
      }
      List<RSAKey> keys = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        boolean replaced = i + 1 < files.size();
        if (replaced && madeAt(files.get(i + 1)).plus(keepOld).isBefore(clock.instant())) {
          Files.delete(files.get(i));
        } else {
          keys.add(read(files.get(i)));
        }
      }
      Collections.reverse(keys);
      return new SigningKeys(List.copyOf(keys));
    } catch (IOException e) {
      throw new UncheckedIOException("the signing keys in " + directory + " cannot be used", e);
    }
  }

  /** All keys, the one that signs first. */
  JWKSet all() {
    return new JWKSet(List.copyOf(newestFirst));
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return new ArrayList<>(
          files
              .filter(f -> f.getFileName().toString().matches("\\d{13}\\.jwk\\.json"))
              .sorted()
              .toList());
    }
  }

  private static Instant madeAt(Path file) {
    return Instant.ofEpochMilli(Long.parseLong(file.getFileName().toString().substring(0, 13)));
  }

  private static Path make(Path directory, Instant now) throws IOException {
    String name = String.format("%013d", now.toEpochMilli());
    Path file = directory.resolve(name + ".jwk.json");
    Path draft = directory.resolve(name + ".part");
    Files.deleteIfExists(draft);
    if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try {
      RSAKey key =
          new RSAKeyGenerator(BITS)
              .keyID(name)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate();
      Files.writeString(draft, key.toJSONString());
    } catch (JOSEException e) {
      throw new IOException("no RSA key could be made", e);
    }
    return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static RSAKey read(Path file) throws IOException {
    try {
      return RSAKey.parse(Files.readString(file));
    } catch (ParseException e) {
      throw new IOException("not a key: " + file, e);
    }
  }
}
