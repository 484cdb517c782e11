package org.cocreation.registration.domain.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cocreation.registration.domain.RegistrationId;

/** Makes personal links: each a token that nobody can guess, of which only the hash is kept. */
@FunctionalInterface
public interface Links {
  /** A new link, bound to its registration. */
  IssuedLink issue(RegistrationId registration);

  /** Lower-case hex SHA-256 of a text. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
