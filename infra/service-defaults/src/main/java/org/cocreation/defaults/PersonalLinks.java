package org.cocreation.defaults;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Whom a personal link stands for; a service that lets participants in has such a bean. Only the
 * hash of a link is ever kept (ADR 0006).
 */
@FunctionalInterface
public interface PersonalLinks {

  /**
   * The holder of the link whose token has this SHA-256, in lower-case hexadecimal; empty when
   * there is none.
   */
  Optional<LinkHolder> holderOf(String sha256Hex);

  /**
   * The SHA-256 of a link's token, in lower-case hexadecimal, as the event {@code registered}
   * carries it.
   */
  static String hashOf(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
