package org.cocreation.defaults.observing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what leads to a person or lets one in: e-mail addresses, personal links and
 * their tokens, and bearer tokens. A net under the rule that no such thing is logged in the first
 * place.
 */
final class PersonalDataMask {

  private static final String MASK = "***";

  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

  /** Also {@code Basic}, whose value is a password. */
  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "\\b(PersonalLink|Bearer|Basic) +[A-Za-z0-9._~+/=-]+", Pattern.CASE_INSENSITIVE);

  private static final Pattern SIGNED_TOKEN =
      Pattern.compile("\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  /**
   * 32 random bytes in base64url, wherever they stand: that is what a personal link's token looks
   * like.
   */
  private static final Pattern LINK_TOKEN =
      Pattern.compile("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

  private PersonalDataMask() {}

  static String masked(String text) {
    String masked = text;
    if (text.indexOf('@') >= 0) {
      masked = ADDRESS.matcher(masked).replaceAll(MASK);
    }
    if (text.indexOf(' ') >= 0) {
      masked = CREDENTIALS.matcher(masked).replaceAll("$1 " + MASK);
    }
    if (masked.length() >= 43) {
      masked = SIGNED_TOKEN.matcher(masked).replaceAll(MASK);
      masked = LINK_TOKEN.matcher(masked).replaceAll(MASK);
    }
    return masked;
  }

  static @Nullable String maskedOrNull(@Nullable String text) {
    return text == null ? null : masked(text);
  }
}
