package org.cocreation.attendance.messaging.formats;

import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Recognition;
import org.cocreation.attendance.domain.feeds.Upload;

/**
 * A table typed or mapped by people: the header is searched for among the first lines, with each
 * separator, and the one with most of the columns is taken.
 *
 * @param columns where the columns are
 * @param table the whole file
 */
record SheetFile(SheetColumns columns, Table table) {

  private static final int HEADER_WITHIN = 20;

  /** The table of a file; empty when no line is its header. */
  static Optional<SheetFile> find(Upload upload, Limits limits, Vocabulary vocabulary) {
    Optional<SheetColumns> best = Optional.empty();
    char by = ',';
    for (char separator : Separators.in(upload.text())) {
      for (Table.Line line : Table.head(upload.text(), separator, limits, HEADER_WITHIN).lines()) {
        Optional<SheetColumns> columns = SheetColumns.of(line, upload.mapping(), vocabulary);
        if (columns.isPresent() && (best.isEmpty() || columns.get().size() > best.get().size())) {
          best = columns;
          by = separator;
        }
      }
    }
    if (best.isEmpty()) {
      return Optional.empty();
    }
    SheetFile sheet = new SheetFile(best.get(), Table.of(upload.text(), by, limits));
    if (sheet.rows().size() > limits.rows()) {
      throw Table.tooManyRows(limits);
    }
    return Optional.of(sheet);
  }

  /** In what a file that has no such header comes near to one. */
  static Recognition nearMiss(String format, Upload upload, Limits limits, Vocabulary vocabulary) {
    ColumnMapping mapping = upload.mapping();
    Recognition.NearMiss nearest = new Recognition.NearMiss(format, List.of(), List.of());
    for (char separator : Separators.in(upload.text())) {
      for (Table.Line line : Table.head(upload.text(), separator, limits, HEADER_WITHIN).lines()) {
        SheetColumns columns =
            mapping == null
                ? SheetColumns.usual(line, vocabulary)
                : SheetColumns.mapped(line, mapping);
        List<String> found = columns.titles();
        if (found.size() > nearest.found().size()) {
          nearest =
              new Recognition.NearMiss(
                  format,
                  found,
                  mapping == null
                      ? columns.lacks(vocabulary)
                      : mapping.columns().values().stream()
                          .filter(title -> !columns.names(title))
                          .toList());
        }
      }
    }
    return nearest.missing().isEmpty() || nearest.found().size() < (mapping == null ? 2 : 1)
        ? Recognition.none()
        : nearest;
  }

  /** The lines after the header. */
  List<Table.Line> rows() {
    return table.after(table.lines().indexOf(columns.header()));
  }

  /** Whether the file seems to end in the middle of this line. */
  boolean brokenOff(Table.Line row) {
    return table.brokenOff(row, columns.header());
  }
}
