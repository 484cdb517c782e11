package org.cocreation.attendance.messaging.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Text;
import org.cocreation.attendance.domain.feeds.Unreadable;

/**
 * A delimited file taken apart into lines and cells, within limits. Cells are stripped of spaces of
 * every kind around them. Blank lines are left out; each line knows its number in the file.
 *
 * @param lines the lines that are not blank
 * @param unterminated whether the last line has no end, as when a file is cut off
 */
record Table(List<Line> lines, boolean unterminated) {

  private static final int COLUMNS = 200;
  private static final int LINES_BESIDE_THE_DATA = 100;
  private static final int HEAD_CHARACTERS = 200_000;

  /**
   * Takes a text apart.
   *
   * @throws Unreadable when a line is too long, there are too many of them or the quotes do not
   *     match up
   */
  static Table of(Text text, char separator, Limits limits) {
    String body = Separators.body(text);
    guardLines(body, Integer.MAX_VALUE, Separators.skipped(text), limits);
    List<Line> lines =
        lines(
            body,
            separator,
            Separators.skipped(text),
            limits,
            limits.rows() + LINES_BESIDE_THE_DATA);
    if (lines.size() > limits.rows() + LINES_BESIDE_THE_DATA) {
      throw tooManyRows(limits);
    }
    char end = body.isEmpty() ? '\n' : body.charAt(body.length() - 1);
    return new Table(lines, end != '\n' && end != '\r');
  }

  /** The first lines of a text, which is cheap. */
  static Table head(Text text, char separator, Limits limits, int lines) {
    String body = Separators.body(text);
    guardLines(body, lines, Separators.skipped(text), limits);
    String beginning = body.length() > HEAD_CHARACTERS ? body.substring(0, HEAD_CHARACTERS) : body;
    return new Table(
        lines(beginning, separator, Separators.skipped(text), limits, lines - 1), false);
  }

  /** All but the first so many lines. */
  List<Line> after(int index) {
    return lines.subList(index + 1, lines.size());
  }

  /**
   * Whether the file seems to end in the middle of this line: it is the last, has no end, and cells
   * are missing that its header has.
   */
  boolean brokenOff(Line row, Line header) {
    return cutOff(row)
        && (row.cells().size() < header.cells().size()
            || row.cells().get(row.cells().size() - 1).isEmpty());
  }

  /** Whether this line is the last and has no end, so that its last cell may lack some of it. */
  boolean cutOff(Line row) {
    return unterminated && row.number() == lines.get(lines.size() - 1).number();
  }

  private static List<Line> lines(
      String body, char separator, int skipped, Limits limits, int most) {
    List<Line> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = lenient(separator, limits).ofCsvRecord(body)) {
      for (CsvRecord each : reader) {
        int number = Math.toIntExact(each.getStartingLineNumber()) + skipped;
        if (each.getFieldCount() > COLUMNS) {
          throw new Unreadable("Line " + number + " has more than " + COLUMNS + " columns.");
        }
        Line line = new Line(number, cells(each));
        if (!line.blank()) {
          lines.add(line);
        }
        if (lines.size() > most) {
          return lines;
        }
      }
    } catch (CsvParseException e) {
      throw new Unreadable(
          "The file could not be taken apart into lines and cells; is a quotation mark not closed?");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /**
   * Short and long lines pass, and so does a quotation mark that its program forgot to double: one
   * bad cell spoils no file.
   */
  @SuppressWarnings("removal") // nothing else lets stray characters after a closing quote pass
  private static CsvReader.CsvReaderBuilder lenient(char separator, Limits limits) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .quoteCharacter('"')
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(true)
        .maxBufferSize(Math.max(16_384, limits.lineLength() * 8));
  }

  static Unreadable tooManyRows(Limits limits) {
    return new Unreadable(
        "The file has more than " + limits.rows() + " rows; split it and import the parts.");
  }

  private static List<String> cells(CsvRecord each) {
    List<String> cells = new ArrayList<>(each.getFieldCount());
    for (int i = 0; i < each.getFieldCount(); i++) {
      cells.add(Cells.strip(each.getField(i)));
    }
    return cells;
  }

  private static void guardLines(String text, int lines, int skipped, Limits limits) {
    int begin = 0;
    int number = 1 + skipped;
    for (int i = 0; i <= text.length() && number - skipped <= lines; i++) {
      boolean end = i == text.length() || text.charAt(i) == '\n';
      if (i - begin > limits.lineLength()) {
        throw new Unreadable(
            "Line "
                + number
                + " is longer than "
                + limits.lineLength()
                + " characters; is this an attendance file?");
      }
      if (end) {
        begin = i + 1;
        number++;
      }
    }
  }

  /**
   * One line.
   *
   * @param number its number in the file, the first being 1
   * @param cells its cells
   */
  record Line(int number, List<String> cells) {

    /** The cell in a column; empty when the line is too short or there is no such column. */
    String cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    boolean blank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }
}
