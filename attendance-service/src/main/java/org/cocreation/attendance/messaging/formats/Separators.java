package org.cocreation.attendance.messaging.formats;

import java.util.ArrayList;
import java.util.List;
import org.cocreation.attendance.domain.feeds.Text;

/**
 * What stands between cells: a comma, semicolon or tab. A first line such as {@code sep=;}, by
 * which a program tells a spreadsheet, decides it and is no line of the table.
 */
final class Separators {

  private static final char[] USUAL = {'\t', ',', ';'};
  private static final int LOOKED_AT = 20_000;

  private Separators() {}

  /** The separators that a text may have. */
  static List<Character> in(Text text) {
    String characters = text.characters();
    if (declared(characters)) {
      return List.of(characters.charAt(4));
    }
    String beginning =
        characters.length() > LOOKED_AT ? characters.substring(0, LOOKED_AT) : characters;
    List<Character> some = new ArrayList<>();
    for (char separator : USUAL) {
      if (beginning.indexOf(separator) >= 0) {
        some.add(separator);
      }
    }
    return some.isEmpty() ? List.of(',') : some;
  }

  /** The text without the line that declares the separator. */
  static String body(Text text) {
    String characters = text.characters();
    if (!declared(characters)) {
      return characters;
    }
    int end = characters.indexOf('\n');
    return end < 0 ? "" : characters.substring(end + 1);
  }

  /** How many lines of the text stand before its body. */
  static int skipped(Text text) {
    return declared(text.characters()) ? 1 : 0;
  }

  private static boolean declared(String characters) {
    if (characters.length() < 5 || !characters.regionMatches(true, 0, "sep=", 0, 4)) {
      return false;
    }
    boolean alone =
        characters.length() == 5 || characters.charAt(5) == '\r' || characters.charAt(5) == '\n';
    return alone && "\t,;|".indexOf(characters.charAt(4)) >= 0;
  }
}
