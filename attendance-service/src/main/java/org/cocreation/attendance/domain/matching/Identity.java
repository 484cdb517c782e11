package org.cocreation.attendance.domain.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.jspecify.annotations.Nullable;

/**
 * Under what a feed saw somebody: a registration id, else an e-mail address, else a name with its
 * institution. All rows of a session with the same identity are decided together.
 *
 * @param kind which of the three
 * @param value its normalised form
 */
public record Identity(Kind kind, String value) {

  private static final Set<String> DEVICES =
      Set.of(
          "ipad",
          "iphone",
          "android",
          "galaxy",
          "samsung",
          "huawei",
          "xiaomi",
          "macbook",
          "pc",
          "laptop",
          "tablet",
          "phone",
          "zoom",
          "user",
          "usuario",
          "guest",
          "invitado",
          "participant",
          "participante",
          "anonymous",
          "anonimo",
          "admin",
          "host",
          "owner");

  /** The identity of a row; empty when it carries nothing that names anybody. */
  public static Optional<Identity> of(
      @Nullable String registrationId, @Nullable EmailAddress email, PersonName name) {
    if (registrationId != null && !registrationId.isBlank()) {
      return Optional.of(new Identity(Kind.REGISTRATION, registrationId.strip()));
    }
    if (email != null) {
      return Optional.of(new Identity(Kind.EMAIL, email.key()));
    }
    if (name.blank()) {
      return Optional.empty();
    }
    return Optional.of(new Identity(Kind.NAME, name.key() + "|" + name.institution()));
  }

  /** The key by which observations of this identity are found again in a programme. */
  public RosterKey key(String programmeId) {
    return new RosterKey(programmeId, RosterKey.Kind.IDENTITY, kind + ":" + value);
  }

  /** An id that names this identity within a scope without spelling it out. */
  public String idWithin(String scope) {
    return digest(scope + "\n" + kind + "\n" + value);
  }

  /**
   * Whether a decision about it may be remembered: a device's name says nothing about who holds it
   * next time.
   */
  public boolean worthRemembering() {
    return kind != Kind.NAME || PersonName.wordsOf(nameKey()).stream().noneMatch(DEVICES::contains);
  }

  /** The name without the institution; empty for other kinds. */
  public String nameKey() {
    return kind == Kind.NAME ? value.substring(0, value.indexOf('|')) : "";
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What kind of thing names the person. */
  public enum Kind {
    /** A registration id. */
    REGISTRATION,
    /** An e-mail address. */
    EMAIL,
    /** A name, with its institution where there is one. */
    NAME
  }
}
