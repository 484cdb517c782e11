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
 */
record Table(List<Line> lines) {

  private static final int COLUMNS = 200;
  private static final int LINES_BESIDE_THE_DATA = 100;

  /**
   * Takes a text apart.
   *
   * @throws Unreadable when a line is too long, there are too many of them or the quotes do not
   *     match up
   */
  static Table of(Text text, char separator, Limits limits) {
    guardLines(text.characters(), limits);
    List<Line> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = lenient(separator, limits).ofCsvRecord(text.characters())) {
      for (CsvRecord each : reader) {
        if (each.getFieldCount() > COLUMNS) {
          throw new Unreadable(
              "Line " + each.getStartingLineNumber() + " has more than " + COLUMNS + " columns.");
        }
        Line line = new Line(Math.toIntExact(each.getStartingLineNumber()), cells(each));
        if (!line.blank()) {
          lines.add(line);
        }
        if (lines.size() > limits.rows() + LINES_BESIDE_THE_DATA) {
          throw tooManyRows(limits);
        }
      }
    } catch (CsvParseException e) {
      throw new Unreadable(
          "The file could not be taken apart into lines and cells; is a quotation mark not closed?");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Table(lines);
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

  private static void guardLines(String text, Limits limits) {
    int begin = 0;
    int number = 1;
    for (int i = 0; i <= text.length(); i++) {
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
