package org.cocreation.submission.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts words as a person would: what stands between spaces and has a letter or a digit in it. */
public final class Words {

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private Words() {}

  public static int count(String text) {
    int words = 0;
    for (String part : SPACE.split(text, -1)) {
      if (part.codePoints().anyMatch(Character::isLetterOrDigit)) {
        words++;
      }
    }
    return words;
  }

  /**
   * The text without space around it, if anything is left; the refusal names the field otherwise.
   */
  public static String required(String field, @Nullable String text, String what) {
    if (text == null || text.isBlank()) {
      throw Refusal.invalid(field, what, "Please give " + what + ".");
    }
    return text.strip();
  }
}
