package org.cocreation.attendance.domain.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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

  /**
   * An id that names this identity within a scope without spelling it out. Those of one scope begin
   * alike, so that what is read and written together lies together: with ids in no order a session
   * would touch more of a store the more other sessions it holds.
   */
  public String idWithin(String scope) {
    return HexFormat.of().toHexDigits(scope.hashCode())
        + digest(scope + "\n" + kind + "\n" + value);
  }

  /**
   * Whether a decision about it may be remembered: a device's name says nothing about who holds it
   * next time, and initials alone or a masked telephone number nothing about whose they are.
   */
  public boolean worthRemembering() {
    List<String> words = PersonName.wordsOf(nameKey());
    return kind != Kind.NAME
        || (words.stream().noneMatch(NameWords::device)
            && words.stream().anyMatch(word -> word.length() > 1)
            && (words.size() == 1 || words.stream().anyMatch(Identity::lettered)));
  }

  /** The name without the institution; empty for other kinds. */
  public String nameKey() {
    return kind == Kind.NAME ? value.substring(0, value.indexOf('|')) : "";
  }

  private static boolean lettered(String word) {
    return word.codePoints().anyMatch(Character::isLetter);
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
