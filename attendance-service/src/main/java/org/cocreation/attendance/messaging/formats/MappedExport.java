package org.cocreation.attendance.messaging.formats;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Format;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.Recognition;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.messaging.formats.SheetColumns.Field;

/**
 * The export of a tool that is not known, its columns mapped by the coordinator: who, when they
 * came and left, how long they were there, online or at the venue. A row that tells neither is
 * presence of unknown length.
 */
final class MappedExport implements Format {

  private static final String TIME_EXPECTED =
      "a time such as 10:28 or 10:28 AM, or a date and a time such as 2020-02-13 10:28";
  private static final String SPAN_EXPECTED =
      "minutes, or a duration such as 1 h 2 min or 01:02:03";
  private static final String DATE_EXPECTED = "a date, day first, such as 13/02/2020";
  private static final Duration ROUNDING = Duration.ofSeconds(90);

  private final Limits limits;
  private final Vocabulary vocabulary;

  MappedExport(Limits limits, Vocabulary vocabulary) {
    this.limits = limits;
    this.vocabulary = vocabulary;
  }

  @Override
  public String name() {
    return "mapped-export";
  }

  @Override
  public Recognition read(Upload upload) {
    ColumnMapping mapping = upload.mapping();
    if (mapping == null || !mapping.ofAnExport() || upload.text().binary()) {
      return Recognition.none();
    }
    return SheetFile.find(upload, limits, vocabulary)
        .map(sheet -> Recognition.of(read(upload, mapping, sheet)))
        .orElseGet(() -> SheetFile.nearMiss(name(), upload, limits, vocabulary));
  }

  private Reading read(Upload upload, ColumnMapping mapping, SheetFile sheet) {
    Reading.Collector found = new Reading.Collector(name(), upload.frame());
    SheetColumns columns = sheet.columns();
    List<String> times = new ArrayList<>();
    for (Table.Line row : sheet.rows()) {
      times.add(columns.cell(row, Field.TIME_IN));
      times.add(columns.cell(row, Field.TIME_OUT));
    }
    Clocks clocks =
        Clocks.of(upload.frame(), vocabulary, EnumSet.of(DateOrder.DMY, DateOrder.MDY), times);
    Place place = mapping.where();
    for (Table.Line row : sheet.rows()) {
      found.row();
      if (sheet.brokenOff(row)) {
        Cells.brokenOff(row, columns.header(), found);
      } else {
        read(upload, columns, row, place, clocks, found);
      }
    }
    return found.reading();
  }

  private void read(
      Upload upload,
      SheetColumns columns,
      Table.Line row,
      Place place,
      Clocks clocks,
      Reading.Collector found) {
    String id = columns.cell(row, Field.REGISTRATION_ID);
    String name = columns.wholeName(row);
    String email = columns.cell(row, Field.EMAIL);
    if (Cells.saysNothing(id) && Cells.saysNothing(name) && Cells.saysNothing(email)) {
      found.problem(row.number(), columns.title(Field.NAME), "a name");
      return;
    }
    LocalDate date = upload.frame().date();
    String dateCell = columns.cell(row, Field.DATE);
    if (!Cells.saysNothing(dateCell)) {
      Optional<LocalDate> said = SheetTimes.date(dateCell, date);
      if (said.isEmpty()) {
        found.problem(row.number(), columns.title(Field.DATE), DATE_EXPECTED);
        return;
      }
      if (!said.get().equals(date)) {
        found.otherSession();
        return;
      }
    }
    evidence(columns, row, place, clocks.on(date), found)
        .ifPresent(
            evidence ->
                found.saw(
                    new Sighting(
                        row.number(),
                        Cells.orNull(id),
                        Cells.orNull(name),
                        Cells.orNull(email),
                        Cells.orNull(columns.cell(row, Field.INSTITUTION)),
                        evidence)));
  }

  private Optional<Evidence> evidence(
      SheetColumns columns, Table.Line row, Place place, Clocks clocks, Reading.Collector found) {
    String inCell = columns.cell(row, Field.TIME_IN);
    String outCell = columns.cell(row, Field.TIME_OUT);
    String spanCell = columns.cell(row, Field.DURATION);
    Optional<Instant> in = clocks.moment(inCell);
    Optional<Instant> out = clocks.moment(outCell);
    Optional<Duration> span = new Spans(vocabulary).minutesOrWords(spanCell);
    if (in.isEmpty() && !Cells.saysNothing(inCell)) {
      return problem(
          row, columns.title(Field.TIME_IN), clocks.expected(inCell, TIME_EXPECTED), found);
    }
    if (out.isEmpty() && !Cells.saysNothing(outCell)) {
      return problem(
          row, columns.title(Field.TIME_OUT), clocks.expected(outCell, TIME_EXPECTED), found);
    }
    if (span.isEmpty() && !Cells.saysNothing(spanCell)) {
      return problem(row, columns.title(Field.DURATION), SPAN_EXPECTED, found);
    }
    if (in.isEmpty() || out.isEmpty()) {
      return Optional.of(partly(place, in, out, span));
    }
    if (out.get().isBefore(in.get())) {
      return problem(row, columns.title(Field.TIME_OUT), "a time after the one of coming", found);
    }
    Duration gap =
        span.map(length -> Duration.between(in.get(), out.get()).minus(length))
            .orElse(Duration.ZERO);
    if (gap.compareTo(ROUNDING) > 0) {
      return Optional.of(
          Evidence.totalBetween(place, in.get(), out.get(), (int) span.orElseThrow().toMinutes()));
    }
    if (gap.compareTo(ROUNDING.negated()) < 0) {
      return problem(
          row,
          columns.title(Field.DURATION),
          "no more than the time between coming and leaving",
          found);
    }
    return Optional.of(Evidence.stay(place, in.get(), out.get()));
  }

  private static Evidence partly(
      Place place, Optional<Instant> in, Optional<Instant> out, Optional<Duration> span) {
    if (span.isEmpty()) {
      return Evidence.openStay(place, in.orElse(null), out.orElse(null));
    }
    if (in.isPresent()) {
      return Evidence.stay(place, in.get(), in.get().plus(span.get()));
    }
    return out.isPresent()
        ? Evidence.stay(place, out.get().minus(span.get()), out.get())
        : Evidence.total(place, (int) span.get().toMinutes());
  }

  private static Optional<Evidence> problem(
      Table.Line row, String column, String expected, Reading.Collector found) {
    found.problem(row.number(), column, expected);
    return Optional.empty();
  }
}
