package org.cocreation.attendance.messaging.formats;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.feeds.Format;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.Recognition;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;

/**
 * The participants' report of a Zoom meeting: a row for each join, or a row for each user with a
 * total and no times. An optional preamble about the meeting may stand before the header. Times are
 * month/day/year on the account's clock, read in the programme's zone.
 */
final class ZoomMeeting implements Format {

  private static final int HEADER_WITHIN = 10;
  private static final int LONGEST_MINUTES = 60 * 24;
  private static final String NAME = "name (original name)";
  private static final String EMAIL = "user email";
  private static final String JOIN = "join time";
  private static final String LEAVE = "leave time";
  private static final String DURATION = "duration (minutes)";
  private static final String TOTAL = "total duration (minutes)";
  private static final String WAITING = "in waiting room";
  private static final String TIME_EXPECTED = "a date and time such as 02/13/2020 10:28:00 AM";
  private static final List<DateTimeFormatter> TIMES =
      List.of(
          formatter("M/d/uuuu h:mm:ss a"),
          formatter("M/d/uuuu h:mm a"),
          formatter("M/d/uuuu H:mm:ss"),
          formatter("uuuu-M-d H:mm:ss"));

  private final Limits limits;

  ZoomMeeting(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "zoom-meeting";
  }

  @Override
  public Recognition read(Upload upload) {
    if (upload.mapping() != null || upload.text().binary()) {
      return Recognition.none();
    }
    Table table = Table.of(upload.text(), ',', limits);
    for (int i = 0; i < Math.min(HEADER_WITHIN, table.lines().size()); i++) {
      Map<String, Integer> columns = columns(table.lines().get(i));
      boolean intervals = columns.containsKey(JOIN) && columns.containsKey(LEAVE);
      if (columns.containsKey(NAME)
          && columns.containsKey(EMAIL)
          && (intervals || columns.containsKey(TOTAL))) {
        List<Table.Line> rows = table.lines().subList(i + 1, table.lines().size());
        if (rows.size() > limits.rows()) {
          throw Table.tooManyRows(limits);
        }
        return Recognition.of(
            read(upload, new Header(table.lines().get(i), columns), rows, intervals));
      }
    }
    return Recognition.none();
  }

  private Reading read(Upload upload, Header header, List<Table.Line> rows, boolean intervals) {
    Reading.Collector found = new Reading.Collector(name(), upload.frame());
    for (Table.Line row : rows) {
      found.row();
      if (header.cell(row, WAITING).equalsIgnoreCase("yes")) {
        found.setAside(row.number(), SetAside.Reason.WAITING_ROOM);
        continue;
      }
      String who = header.cell(row, NAME);
      String email = header.cell(row, EMAIL);
      if (Cells.saysNothing(who) && Cells.saysNothing(email)) {
        found.problem(row.number(), header.title(NAME), "a name, or an e-mail in the next column");
        continue;
      }
      Optional<Evidence> evidence =
          intervals ? stay(upload, header, row, found) : total(header, row, TOTAL, found);
      evidence.ifPresent(
          each ->
              found.saw(
                  new Sighting(
                      row.number(), null, Cells.orNull(who), Cells.orNull(email), null, each)));
    }
    if (!intervals) {
      found.note(
          new Bilingual(
              "This is the export of unique users: it has totals and no times. The export of all joins says more.",
              "Este es el informe de usuarios únicos: trae totales sin horas. El informe con todas las conexiones dice más."));
    }
    return found.reading();
  }

  private static Optional<Evidence> stay(
      Upload upload, Header header, Table.Line row, Reading.Collector found) {
    String joinCell = header.cell(row, JOIN);
    String leaveCell = header.cell(row, LEAVE);
    Optional<Instant> join = time(upload, joinCell);
    Optional<Instant> leave = time(upload, leaveCell);
    if (join.isEmpty() && !Cells.saysNothing(joinCell)) {
      found.problem(row.number(), header.title(JOIN), TIME_EXPECTED);
      return Optional.empty();
    }
    if (leave.isEmpty() && !Cells.saysNothing(leaveCell)) {
      found.problem(row.number(), header.title(LEAVE), TIME_EXPECTED);
      return Optional.empty();
    }
    if (join.isPresent() && leave.isPresent()) {
      if (leave.get().isBefore(join.get())) {
        found.problem(row.number(), header.title(LEAVE), "a time after the one of joining");
        return Optional.empty();
      }
      return Optional.of(Evidence.stay(Place.ONLINE, join.get(), leave.get()));
    }
    OptionalInt minutes = minutes(header.cell(row, DURATION));
    if (minutes.isPresent()) {
      Duration length = Duration.ofMinutes(minutes.getAsInt());
      if (join.isPresent()) {
        return Optional.of(Evidence.stay(Place.ONLINE, join.get(), join.get().plus(length)));
      }
      if (leave.isPresent()) {
        return Optional.of(Evidence.stay(Place.ONLINE, leave.get().minus(length), leave.get()));
      }
      return Optional.of(Evidence.total(Place.ONLINE, minutes.getAsInt()));
    }
    return Optional.of(Evidence.openStay(Place.ONLINE, join.orElse(null), leave.orElse(null)));
  }

  private static Optional<Evidence> total(
      Header header, Table.Line row, String column, Reading.Collector found) {
    OptionalInt minutes = minutes(header.cell(row, column));
    if (minutes.isEmpty()) {
      found.problem(
          row.number(), header.title(column), "whole minutes, from 0 to " + LONGEST_MINUTES);
      return Optional.empty();
    }
    return Optional.of(Evidence.total(Place.ONLINE, minutes.getAsInt()));
  }

  private static OptionalInt minutes(String cell) {
    if (!cell.matches("[0-9]{1,4}")) {
      return OptionalInt.empty();
    }
    int minutes = Integer.parseInt(cell);
    return minutes <= LONGEST_MINUTES ? OptionalInt.of(minutes) : OptionalInt.empty();
  }

  private static Optional<Instant> time(Upload upload, String cell) {
    if (cell.isEmpty() || cell.length() > 40) {
      return Optional.empty();
    }
    for (DateTimeFormatter format : TIMES) {
      ParsePosition whole = new ParsePosition(0);
      TemporalAccessor parsed = format.parseUnresolved(cell, whole);
      if (parsed != null && whole.getErrorIndex() < 0 && whole.getIndex() == cell.length()) {
        return resolved(cell, format).map(upload.frame()::instant);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDateTime> resolved(String cell, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDateTime.parse(cell, format));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Integer> columns(Table.Line line) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < line.cells().size(); i++) {
      columns.putIfAbsent(Cells.header(line.cells().get(i)), i);
    }
    return columns;
  }

  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private record Header(Table.Line line, Map<String, Integer> columns) {

    String cell(Table.Line row, String column) {
      return row.cell(columns.getOrDefault(column, -1));
    }

    String title(String column) {
      return line.cell(columns.getOrDefault(column, -1));
    }
  }
}
