package org.cocreation.attendance.messaging.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Text;
import org.cocreation.attendance.domain.feeds.Unreadable;

/**
 * A table whose program puts every cell in quotation marks and never doubles those inside a cell,
 * so that only a quotation mark, a separator and a quotation mark together end one. A cell may go
 * on over several lines; what goes on after the columns that matter is not read.
 */
final class QuotedLines {

  private QuotedLines() {}

  /**
   * Takes a text apart.
   *
   * @param columns how many columns matter
   * @return empty when its rows are not quoted throughout
   */
  static Optional<Table> of(Text text, char separator, int columns, Limits limits) {
    String body = Separators.body(text);
    List<String> physical = body.lines().toList();
    int first = 0;
    while (first < physical.size() && physical.get(first).isBlank()) {
      first++;
    }
    if (first + 1 >= physical.size() || !physical.get(first + 1).startsWith("\"")) {
      return Optional.empty();
    }
    List<Table.Line> lines = new ArrayList<>();
    int skipped = Separators.skipped(text);
    lines.add(new Table.Line(first + 1 + skipped, header(physical.get(first), separator)));
    boolean inside = false;
    String between = "\"" + separator + "\"";
    for (int i = first + 1; i < physical.size(); i++) {
      String line = physical.get(i);
      guard(line, i + 1 + skipped, limits);
      if (inside && !line.startsWith("\"")) {
        inside = !line.endsWith("\"");
        continue;
      }
      if (line.isBlank()) {
        continue;
      }
      String quoted = line.startsWith("\"") ? line.substring(1) : line;
      inside = !line.endsWith("\"") || line.length() == 1;
      List<String> cells =
          split(inside ? quoted : quoted.substring(0, quoted.length() - 1), between);
      lines.add(new Table.Line(i + 1 + skipped, cells));
      inside &= cells.size() > columns;
      if (lines.size() > limits.rows() + 1) {
        throw Table.tooManyRows(limits);
      }
    }
    char end = body.charAt(body.length() - 1);
    return Optional.of(new Table(lines, end != '\n' && end != '\r' && end != '"'));
  }

  private static List<String> header(String line, char separator) {
    String between = line.startsWith("\"") ? "\"" + separator + "\"" : String.valueOf(separator);
    boolean quoted = line.startsWith("\"") && line.endsWith("\"") && line.length() > 1;
    return split(quoted ? line.substring(1, line.length() - 1) : line, between);
  }

  private static List<String> split(String line, String between) {
    List<String> cells = new ArrayList<>();
    int begin = 0;
    for (int end = line.indexOf(between); end >= 0; end = line.indexOf(between, begin)) {
      cells.add(Cells.strip(line.substring(begin, end)));
      begin = end + between.length();
    }
    cells.add(Cells.strip(line.substring(begin)));
    return cells;
  }

  private static void guard(String line, int number, Limits limits) {
    if (line.length() > limits.lineLength()) {
      throw new Unreadable(
          "Line "
              + number
              + " is longer than "
              + limits.lineLength()
              + " characters; is this an attendance file?");
    }
  }
}
