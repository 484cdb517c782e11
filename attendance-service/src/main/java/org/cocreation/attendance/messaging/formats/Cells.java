package org.cocreation.attendance.messaging.formats;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
    return SPACES.matcher(cell).replaceAll(" ").strip();
  }

  /** A header's cell made comparable: letter case and spaces do not matter. */
  static String header(String cell) {
    return strip(cell).toLowerCase(Locale.ROOT);
  }

  /** The text, or null when the cell says nothing. */
  static @Nullable String orNull(String cell) {
    return saysNothing(cell) ? null : cell;
  }

  /** Whether a cell is empty or only says that there is nothing. */
  static boolean saysNothing(String cell) {
    return NOTHING.contains(cell.toLowerCase(Locale.ROOT));
  }
}
