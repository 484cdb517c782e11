package org.cocreation.attendance.messaging.formats;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.matching.PersonName;
import org.jspecify.annotations.Nullable;

/** What stands in cells, read leniently where nothing can go wrong by it. */
final class Cells {

  private static final Pattern SPACES =
      Pattern.compile("[\\s\\u00A0\\u2007\\u202F\\uFEFF\\u200B-\\u200F\\x00]+");
  private static final Set<String> NOTHING =
      Set.of("", "-", "--", "—", "–", "n/a", "na", "none", "null");

  private Cells() {}

  /**
   * The text without spaces of any kind, marks of direction or null characters around it; narrow
   * spaces inside become plain.
   */
  static String strip(String cell) {
    boolean plain = true;
    for (int i = 0; i < cell.length() && plain; i++) {
      char each = cell.charAt(i);
      plain = each > ' ' ? each < '\u00A0' || (each > '\u00A0' && each < '\u2000') : each == ' ';
    }
    if (plain && cell.indexOf("  ") < 0) {
      return cell.strip();
    }
    return SPACES.matcher(cell).replaceAll(" ").strip();
  }

  /** A header's cell made comparable: letter case, accents and punctuation do not matter. */
  static String header(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) >= 0x80) {
        return PersonName.fold(strip(cell));
      }
    }
    return foldAscii(cell);
  }

  /** The same as {@link PersonName#fold} for plain letters, many times as fast. */
  private static String foldAscii(String cell) {
    StringBuilder folded = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char each = cell.charAt(i);
      if ((each >= 'a' && each <= 'z') || (each >= '0' && each <= '9')) {
        folded.append(each);
      } else if (each >= 'A' && each <= 'Z') {
        folded.append((char) (each + 'a' - 'A'));
      } else if (each != '\''
          && each != '`'
          && !folded.isEmpty()
          && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    return folded.toString().strip();
  }

  /** The text, or null when the cell says nothing. */
  static @Nullable String orNull(String cell) {
    return saysNothing(cell) ? null : cell;
  }

  /** Reports a line in the middle of which the file ends. */
  static void brokenOff(Table.Line row, Table.Line header, Reading.Collector found) {
    int first = Math.min(row.cells().size(), header.cells().size()) - 1;
    found.problem(
        row.number(),
        header.cell(first),
        "the rest of the row: the file seems to end in the middle of it, so export it again, or end its last line");
  }

  /** Whether a cell is empty or only says that there is nothing. */
  static boolean saysNothing(String cell) {
    return NOTHING.contains(cell.toLowerCase(Locale.ROOT));
  }
}
