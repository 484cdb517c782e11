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

  /** Up to here every character is made comparable by itself, as prepared below. */
  private static final int PREPARED = 0x250;

  private static final String[] FOLDED = new String[PREPARED];
  private static final String[] CLEANED = new String[PREPARED];

  static {
    for (char each = 0; each < PREPARED; each++) {
      String between = foldAny("a" + each + "a");
      FOLDED[each] = between.substring(1, between.length() - 1);
      CLEANED[each] = cleanAny(String.valueOf(each));
    }
  }

  private Folding() {}

  static String fold(String text) {
    if (!prepared(text)) {
      return foldAny(text);
    }
    StringBuilder folded = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      String letters = FOLDED[text.charAt(i)];
      for (int j = 0; j < letters.length(); j++) {
        char each = letters.charAt(j);
        if (each != ' ') {
          if (gap && !folded.isEmpty()) {
            folded.append(' ');
          }
          folded.append(each);
        }
        gap = each == ' ';
      }
    }
    return folded.toString();
  }

  /**
   * The text as it was typed, with full-width and joined forms made plain, one kind of apostrophe,
   * spaces for control characters, and nothing that cannot be seen.
   */
  static String clean(String text) {
    if (!prepared(text)) {
      return cleanAny(text);
    }
    StringBuilder cleaned = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      cleaned.append(CLEANED[text.charAt(i)]);
    }
    return cleaned.toString();
  }

  private static String cleanAny(String text) {
    // Before the compatibility form, which makes a space with an accent of some apostrophes.
    String visible = INVISIBLE.matcher(APOSTROPHES.matcher(text).replaceAll("'")).replaceAll("");
    String plain = Normalizer.normalize(visible, Normalizer.Form.NFKC);
    return CONTROL.matcher(APOSTROPHES.matcher(plain).replaceAll("'")).replaceAll(" ");
  }

  private static String foldAny(String text) {
    String plain = decomposed(cleanAny(text)).toLowerCase(Locale.ROOT);
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

  private static boolean prepared(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= PREPARED) {
        return false;
      }
    }
    return true;
  }
}
