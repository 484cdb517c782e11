package org.cocreation.attendance.domain.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes text comparable: without case, accents, punctuation, apostrophes and what cannot be seen,
 * in plain letters, its words separated by one space. Folding twice is folding once.
 */
final class Folding {

  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʹʻʼʽˈ′‵＇]");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\u034F\\u115F\\u1160\\u3164\\uFFA0\\uFE00-\\uFE0F]");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Letters with a stroke or joined, which no Unicode form takes apart. */
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('ł', "l"),
          Map.entry('ø', "o"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ı', "i"),
          Map.entry('ħ', "h"),
          Map.entry('ŧ', "t"),
          Map.entry('ŋ', "n"),
          Map.entry('ə', "e"),
          Map.entry('ƒ', "f"));

  private Folding() {}

  static String fold(String text) {
    return plainAscii(text) ? foldAscii(text) : foldAny(text);
  }

  /**
   * The text as it was typed, with full-width and joined forms made plain, one kind of apostrophe,
   * spaces for control characters, and nothing that cannot be seen.
   */
  static String clean(String text) {
    if (plainAscii(text) && text.indexOf('`') < 0) {
      return CONTROL.matcher(text).replaceAll(" ");
    }
    // Before the compatibility form, which makes a space with an accent of some apostrophes.
    String visible = INVISIBLE.matcher(APOSTROPHES.matcher(text).replaceAll("'")).replaceAll("");
    String plain = Normalizer.normalize(visible, Normalizer.Form.NFKC);
    return CONTROL.matcher(APOSTROPHES.matcher(plain).replaceAll("'")).replaceAll(" ");
  }

  private static String foldAny(String text) {
    String plain = decomposed(clean(text)).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char each = plain.charAt(i);
      String instead = LETTERS.get(each);
      letters.append(instead == null ? String.valueOf(each) : instead);
    }
    plain = decomposed(letters.toString()).toLowerCase(Locale.ROOT);
    plain = APOSTROPHES.matcher(plain).replaceAll("");
    return NOT_A_WORD.matcher(plain).replaceAll(" ").strip();
  }

  private static String decomposed(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
  }

  private static boolean plainAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String foldAscii(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      char lower = each >= 'A' && each <= 'Z' ? (char) (each + 32) : each;
      if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
        if (gap && folded.length() > 0) {
          folded.append(' ');
        }
        gap = false;
        folded.append(lower);
      } else if (each != '\'' && each != '`') {
        gap = true;
      }
    }
    return folded.toString();
  }
}
