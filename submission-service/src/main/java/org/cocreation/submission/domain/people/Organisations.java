package org.cocreation.submission.domain.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether two people wrote down the same organisation. */
public final class Organisations {

  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARK = Pattern.compile("\\p{M}+");

  private Organisations() {}

  /**
   * Case, accents, punctuation and a leading article make no difference; nothing is never the same
   * as anything.
   */
  public static boolean same(@Nullable String one, @Nullable String other) {
    String a = key(one);
    return !a.isEmpty() && a.equals(key(other));
  }

  private static String key(@Nullable String organisation) {
    if (organisation == null) {
      return "";
    }
    String plain =
        MARK.matcher(Normalizer.normalize(organisation, Normalizer.Form.NFKD)).replaceAll("");
    String words = NOT_A_LETTER.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    return words.startsWith("the ") ? words.substring(4) : words;
  }
}
