package org.cocreation.attendance.messaging.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as people type them into a sign-in sheet. */
final class SheetTimes {

  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{1,2})\\s?[:.hH]\\s?([0-9]{2})(?:[:.][0-9]{2})?\\s?([aApP])?\\.?\\s?(?:[mM]\\.?)?");
  private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
  private static final Pattern DATE =
      Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})");

  private SheetTimes() {}

  /** A clock time: 10:28, 10.28, 10h28, 10:28:00, 10:28 AM, 1:05 p.m. */
  static Optional<LocalTime> time(String cell) {
    Matcher matcher = TIME.matcher(cell);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group(1));
    int minute = Integer.parseInt(matcher.group(2));
    String half = matcher.group(3);
    if (half != null) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      boolean afternoon = half.toLowerCase(Locale.ROOT).equals("p");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  /**
   * A date, day first; where only month first makes sense, or only month first gives the session's
   * own date, that.
   *
   * @param session the session's date
   */
  static Optional<LocalDate> date(String cell, LocalDate session) {
    Matcher iso = ISO_DATE.matcher(cell);
    if (iso.matches()) {
      return Optional.ofNullable(date(iso.group(1), iso.group(2), iso.group(3)));
    }
    Matcher matcher = DATE.matcher(cell);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String year = matcher.group(3).length() == 2 ? "20" + matcher.group(3) : matcher.group(3);
    List<LocalDate> readings = new ArrayList<>();
    add(readings, date(year, matcher.group(2), matcher.group(1)));
    add(readings, date(year, matcher.group(1), matcher.group(2)));
    return readings.contains(session) ? Optional.of(session) : readings.stream().findFirst();
  }

  /** A date and a time in one cell. */
  static Optional<LocalDateTime> dateTime(String cell, LocalDate session) {
    int space = cell.indexOf(' ');
    if (space < 0) {
      space = cell.indexOf('T');
    }
    if (space < 0) {
      return Optional.empty();
    }
    Optional<LocalDate> date = date(cell.substring(0, space), session);
    Optional<LocalTime> time = time(cell.substring(space + 1).strip());
    return date.flatMap(day -> time.map(day::atTime));
  }

  private static void add(List<LocalDate> readings, @Nullable LocalDate reading) {
    if (reading != null) {
      readings.add(reading);
    }
  }

  private static @Nullable LocalDate date(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
