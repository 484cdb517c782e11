package org.cocreation.attendance.messaging.formats;

import static org.cocreation.attendance.messaging.formats.Term.BBB_ACTIVITY;
import static org.cocreation.attendance.messaging.formats.Term.BBB_ANONYMOUS;
import static org.cocreation.attendance.messaging.formats.Term.BBB_DURATION;
import static org.cocreation.attendance.messaging.formats.Term.BBB_JOIN;
import static org.cocreation.attendance.messaging.formats.Term.BBB_LEFT;
import static org.cocreation.attendance.messaging.formats.Term.BBB_MODERATOR;
import static org.cocreation.attendance.messaging.formats.Term.BBB_NAME;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.Frame;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;

/**
 * The learning dashboard of BigBlueButton: a row for each person with the first coming, the last
 * leaving ({@code -} while inside) and the time inside, which starts again at zero after a day.
 * Moderators are staff. The header is translated, but its twelve columns always stand in the same
 * order, so that the shape of the rows is enough where the words are not known. A row for anonymous
 * answers to polls is set aside.
 */
final class BigBlueButton extends TableFormat {

  private static final String EXAMPLE = "a date and time such as 2/13/2020, 10:28:00 AM";
  private static final Duration ROUNDING = Duration.ofSeconds(90);
  private static final Duration WRAP = Duration.ofHours(24);
  private static final int COLUMNS = 12;
  private static final List<Term> TERMS =
      List.of(BBB_NAME, BBB_MODERATOR, BBB_ACTIVITY, BBB_JOIN, BBB_LEFT, BBB_DURATION);
  private static final Map<Term, Integer> USUAL =
      Map.of(
          BBB_NAME,
          0,
          BBB_MODERATOR,
          1,
          BBB_ACTIVITY,
          2,
          BBB_JOIN,
          9,
          BBB_LEFT,
          10,
          BBB_DURATION,
          11);
  private static final List<Term> NEEDED =
      List.of(BBB_NAME, BBB_MODERATOR, BBB_JOIN, BBB_LEFT, BBB_DURATION);

  BigBlueButton(Limits limits, Vocabulary vocabulary) {
    super(limits, vocabulary);
  }

  @Override
  public String name() {
    return "bigbluebutton";
  }

  @Override
  Fit fit(Table head) {
    if (head.lines().isEmpty()) {
      return Fit.NONE;
    }
    Fit words = fit(head.lines().subList(0, 1), TERMS, NEEDED);
    return words.fits() || shaped(head) ? Fit.YES : words;
  }

  @Override
  Table take(Upload upload, char separator) {
    return QuotedLines.of(upload.text(), separator, COLUMNS, limits)
        .orElseGet(() -> super.take(upload, separator));
  }

  @Override
  Reading read(Upload upload, Table table) {
    Columns said = header(table.lines().subList(0, 1), TERMS, NEEDED);
    Columns columns =
        said == null ? new Columns(table.lines().get(0), new EnumMap<>(USUAL), vocabulary) : said;
    List<Table.Line> rows = table.after(0);
    guardRows(rows.size());
    Reading.Collector found = new Reading.Collector(name(), upload.frame());
    Clocks clocks =
        Clocks.of(
            upload.frame(),
            vocabulary,
            vocabulary.orders(
                said == null ? java.util.Set.of() : vocabulary.languages(columns.headers())),
            columns.all(rows, BBB_JOIN, BBB_LEFT));
    Reader reader = new Reader(columns, clocks, new Spans(vocabulary), upload.frame(), found);
    Optional<Instant> written =
        rows.stream()
            .flatMap(row -> reader.lowerBoundOfWriting(row).stream())
            .max(Instant::compareTo);
    for (Table.Line row : rows) {
      found.row();
      if (anonymous(columns, row)) {
        found.setAside(row.number(), SetAside.Reason.ANONYMOUS);
      } else if (table.brokenOff(row, columns.header())) {
        Cells.brokenOff(row, columns.header(), found);
      } else {
        read(reader, row, written);
      }
    }
    found.openMeansInside(written.orElse(null));
    return found.reading();
  }

  private void read(Reader reader, Table.Line row, Optional<Instant> written) {
    Columns columns = reader.columns();
    String moderator = columns.cell(row, BBB_MODERATOR);
    if (vocabulary.which(moderator, Term.YES, Term.NO).isEmpty()) {
      reader.found().problem(row.number(), columns.title(BBB_MODERATOR), "TRUE or FALSE");
      return;
    }
    String name = columns.cell(row, BBB_NAME);
    if (Cells.saysNothing(name)) {
      reader.found().problem(row.number(), columns.title(BBB_NAME), "a name");
      return;
    }
    reader
        .evidence(row, written)
        .ifPresent(
            evidence ->
                reader
                    .found()
                    .saw(
                        new Sighting(
                            row.number(),
                            null,
                            name,
                            null,
                            null,
                            vocabulary.says(moderator, Term.YES),
                            evidence)));
  }

  /** The row of anonymous answers has a name and otherwise nothing in the twelve columns. */
  private boolean anonymous(Columns columns, Table.Line row) {
    boolean empty = row.cells().stream().skip(1).limit(COLUMNS - 1).allMatch(String::isEmpty);
    return empty
        && (vocabulary.says(columns.cell(row, BBB_NAME), BBB_ANONYMOUS)
            || row.cells().size() >= COLUMNS);
  }

  /** Twelve columns whose first rows hold what this dashboard puts there, in any language. */
  private static boolean shaped(Table head) {
    List<Table.Line> rows =
        head.lines().stream().skip(1).filter(line -> !line.cell(1).isEmpty()).limit(5).toList();
    return head.lines().get(0).cells().size() >= COLUMNS
        && !rows.isEmpty()
        && rows.stream()
            .allMatch(
                row ->
                    row.cell(1).matches("(?i)true|false")
                        && row.cell(3).matches("-|[0-9]{2}:[0-9]{2}:[0-9]{2}")
                        && row.cell(11).matches("[0-9]{2}:[0-9]{2}:[0-9]{2}"));
  }

  private record Reader(
      Columns columns, Clocks clocks, Spans spans, Frame frame, Reading.Collector found) {

    /** The dashboard was written after somebody who is inside had been so for their time. */
    Optional<Instant> lowerBoundOfWriting(Table.Line row) {
      if (!columns.cell(row, BBB_LEFT).equals("-")) {
        return Optional.empty();
      }
      Optional<Duration> inside = spans.words(columns.cell(row, BBB_DURATION));
      return clocks.moment(columns.cell(row, BBB_JOIN)).flatMap(from -> inside.map(from::plus));
    }

    Optional<Evidence> evidence(Table.Line row, Optional<Instant> written) {
      String joinCell = columns.cell(row, BBB_JOIN);
      String leftCell = columns.cell(row, BBB_LEFT);
      Optional<Instant> from = clocks.moment(joinCell);
      if (from.isEmpty()) {
        found.problem(row.number(), columns.title(BBB_JOIN), clocks.expected(joinCell, EXAMPLE));
        return Optional.empty();
      }
      boolean stillInside = leftCell.equals("-");
      Optional<Instant> to = clocks.moment(leftCell);
      if (to.isEmpty() && !stillInside) {
        found.problem(
            row.number(), columns.title(BBB_LEFT), clocks.expected(leftCell, EXAMPLE + ", or -"));
        return Optional.empty();
      }
      if (to.isPresent() && to.get().isBefore(from.get())) {
        found.problem(row.number(), columns.title(BBB_LEFT), "a time after the one of joining");
        return Optional.empty();
      }
      Optional<Duration> inside = spans.words(columns.cell(row, BBB_DURATION));
      if (inside.isEmpty()) {
        found.problem(row.number(), columns.title(BBB_DURATION), "a duration such as 01:02:03");
        return Optional.empty();
      }
      return stillInside
          ? Optional.of(unfinished(from.get(), inside.get(), written.orElse(from.get())))
          : finished(row, from.get(), to.orElseThrow(), inside.get());
    }

    private Evidence unfinished(Instant from, Duration inside, Instant written) {
      if (gap(from, written, inside).compareTo(ROUNDING) <= 0) {
        return Evidence.openStay(Place.ONLINE, from, null);
      }
      return written.isBefore(frame.window().to()) || wraps(from, written)
          ? Evidence.openStay(Place.ONLINE, null, null)
          : Evidence.totalBetween(Place.ONLINE, from, written, (int) inside.toMinutes());
    }

    private Optional<Evidence> finished(Table.Line row, Instant from, Instant to, Duration inside) {
      Duration gap = gap(from, to, inside);
      if (gap.abs().compareTo(ROUNDING) <= 0) {
        return Optional.of(Evidence.stay(Place.ONLINE, from, to));
      }
      if (wraps(from, to)) {
        return Optional.of(Evidence.openStay(Place.ONLINE, null, null));
      }
      if (gap.isNegative()) {
        found.problem(
            row.number(),
            columns.title(BBB_DURATION),
            "no more than the time between coming and leaving");
        return Optional.empty();
      }
      return Optional.of(Evidence.totalBetween(Place.ONLINE, from, to, (int) inside.toMinutes()));
    }

    /** What is missing between coming and leaving, when the time inside is counted on past days. */
    private static Duration gap(Instant from, Instant to, Duration inside) {
      Duration gap = Duration.between(from, to).minus(inside);
      long days = gap.plus(ROUNDING).toDays();
      return days > 0 ? gap.minus(WRAP.multipliedBy(days)) : gap;
    }

    private static boolean wraps(Instant from, Instant to) {
      return Duration.between(from, to).compareTo(WRAP) >= 0;
    }
  }
}
