package org.cocreation.attendance.messaging.formats;

import java.util.List;
import org.cocreation.attendance.domain.feeds.Format;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.Recognition;
import org.cocreation.attendance.domain.feeds.Recognition.NearMiss;
import org.cocreation.attendance.domain.feeds.Upload;
import org.jspecify.annotations.Nullable;

/**
 * A delimited file with a header. It is recognised by its first lines, whatever separates its
 * cells, and only then taken apart as a whole.
 */
abstract class TableFormat implements Format {

  /** How many lines are looked at to recognise a file. */
  static final int HEAD = 60;

  final Limits limits;
  final Vocabulary vocabulary;

  TableFormat(Limits limits, Vocabulary vocabulary) {
    this.limits = limits;
    this.vocabulary = vocabulary;
  }

  @Override
  public final Recognition read(Upload upload) {
    if (upload.mapping() != null || upload.text().binary() || markup(upload)) {
      return Recognition.none();
    }
    Fit nearest = Fit.NONE;
    for (char separator : Separators.in(upload.text())) {
      Fit fit = fit(Table.head(upload.text(), separator, limits, HEAD));
      if (fit.fits()) {
        return Recognition.of(read(upload, take(upload, separator)));
      }
      nearest = fit.found().size() > nearest.found().size() ? fit : nearest;
    }
    return nearest.near()
        ? new NearMiss(name(), nearest.found(), nearest.missing())
        : Recognition.none();
  }

  /** How well the first lines fit this format. */
  abstract Fit fit(Table head);

  /** Takes a file that fits apart. */
  Table take(Upload upload, char separator) {
    return Table.of(upload.text(), separator, limits);
  }

  /** What a file that fits says. */
  abstract Reading read(Upload upload, Table table);

  /** The line among these that names the most of these things, if it names all that is needed. */
  final @Nullable Columns header(List<Table.Line> lines, List<Term> terms, List<Term> needed) {
    for (Table.Line line : lines) {
      Columns columns = Columns.of(line, vocabulary, terms);
      if (columns.hasAll(needed)) {
        return columns;
      }
    }
    return null;
  }

  /** How well the best of these lines fits a header that needs these things. */
  final Fit fit(List<Table.Line> lines, List<Term> terms, List<Term> needed) {
    Fit best = Fit.NONE;
    for (Table.Line line : lines) {
      Columns columns = Columns.of(line, vocabulary, terms);
      List<String> missing = columns.lacking(needed);
      if (missing.isEmpty()) {
        return Fit.YES;
      }
      if (needed.size() - missing.size() > best.found().size()) {
        best =
            new Fit(
                false, needed.stream().filter(columns::has).map(columns::title).toList(), missing);
      }
    }
    return best;
  }

  final void guardRows(int rows) {
    if (rows > limits.rows()) {
      throw Table.tooManyRows(limits);
    }
  }

  private static boolean markup(Upload upload) {
    return upload.text().characters().stripLeading().startsWith("<");
  }

  /**
   * How well a file fits.
   *
   * @param fits whether it does
   * @param found the headers by which it comes near
   * @param missing what is missing
   */
  record Fit(boolean fits, List<String> found, List<String> missing) {

    static final Fit YES = new Fit(true, List.of(), List.of());
    static final Fit NONE = new Fit(false, List.of(), List.of());

    /** Near is what lacks one or two things and has at least twice as many. */
    boolean near() {
      return !missing.isEmpty() && missing.size() <= 2 && found.size() >= 2 * missing.size();
    }
  }
}
