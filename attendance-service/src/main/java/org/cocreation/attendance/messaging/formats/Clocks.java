package org.cocreation.attendance.messaging.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cocreation.attendance.domain.feeds.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of one file.
 *
 * <p>A file is written by one program with one setting, so the order of day and month, and whether
 * hours go to twelve, are found from all its cells together. Where day and month could be either,
 * the reading that gives the session's own date is taken; where both readings give it for different
 * cells, nothing is guessed and the cells are refused with the reason. Times without a zone are
 * read in the programme's.
 */
final class Clocks {

  private static final int LONGEST = 60;
  private static final String AMBIGUOUS =
      "a date of which it is clear what is the day and what the month: neither the other dates of the file nor the session's date decide it";
  private static final String HALF_MISSING = "a time with AM or PM, as the other rows have it";
  private static final Pattern CELL =
      Pattern.compile(
          "(?:(?<date>[\\p{L}\\p{M}0-9./, -]*?[\\p{L}0-9.])(?:\\s*,\\s*|T|\\s+))?"
              + "(?<hour>[0-9]{1,2})[:.h](?<minute>[0-9]{2})(?:[:.](?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
              + "\\s*(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?\\s*(?<half>[\\p{L}][\\p{L}. ]{0,20})?");
  private static final Pattern NUMBERS =
      Pattern.compile("([0-9]{1,4})([./-]) ?([0-9]{1,2})\\2 ?([0-9]{1,4})\\.?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("([0-9]{1,2})\\.?[ -](?:de )?(\\p{L}+)\\.?,?[ -](?:de )?([0-9]{4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}+)\\.? ([0-9]{1,2}),? ([0-9]{4})");

  private final Frame frame;
  private final Vocabulary vocabulary;
  private final @Nullable DateOrder order;
  private final boolean halves;
  private final @Nullable LocalDate day;
  private final Map<String, Optional<Parts>> taken;

  private Clocks(
      Frame frame,
      Vocabulary vocabulary,
      @Nullable DateOrder order,
      boolean halves,
      @Nullable LocalDate day,
      Map<String, Optional<Parts>> taken) {
    this.day = day;
    this.taken = taken;
    this.frame = frame;
    this.vocabulary = vocabulary;
    this.order = order;
    this.halves = halves;
  }

  /**
   * Finds out how a file writes its times.
   *
   * @param orders the orders of day and month that its language knows
   * @param cells every cell with a time
   */
  static Clocks of(
      Frame frame, Vocabulary vocabulary, Set<DateOrder> orders, Collection<String> cells) {
    Clocks reader = new Clocks(frame, vocabulary, null, false, null, new HashMap<>());
    boolean halves = false;
    Set<DateOrder> possible = EnumSet.noneOf(DateOrder.class);
    possible.addAll(orders);
    possible.remove(DateOrder.YMD);
    if (possible.isEmpty()) {
      possible.addAll(EnumSet.of(DateOrder.DMY, DateOrder.MDY));
    }
    Set<DateOrder> fits = EnumSet.copyOf(possible);
    Set<DateOrder> hits = EnumSet.noneOf(DateOrder.class);
    for (String cell : cells) {
      Optional<Parts> parts = reader.parts(cell);
      if (parts.isEmpty()) {
        continue;
      }
      halves |= parts.get().half() != null;
      Numbers numbers = parts.get().numbers();
      if (numbers == null || numbers.yearFirst() || numbers.first() == numbers.second()) {
        continue;
      }
      Set<DateOrder> fitting = EnumSet.noneOf(DateOrder.class);
      for (DateOrder each : possible) {
        Optional<LocalDate> date = numbers.in(each);
        date.ifPresent(
            day -> {
              fitting.add(each);
              if (reader.ofTheSession(day)) {
                hits.add(each);
              }
            });
      }
      if (!fitting.isEmpty()) {
        fits.retainAll(fitting);
      }
    }
    return new Clocks(frame, vocabulary, decided(possible, fits, hits), halves, null, reader.taken);
  }

  /** The one order that the cells allow; null when they leave it open. */
  private static @Nullable DateOrder decided(
      Set<DateOrder> possible, Set<DateOrder> fits, Set<DateOrder> hits) {
    if (possible.size() == 1) {
      return possible.iterator().next();
    }
    if (fits.size() == 1) {
      return fits.iterator().next();
    }
    if (fits.isEmpty()) {
      return null;
    }
    if (hits.size() == 1) {
      return hits.iterator().next();
    }
    return hits.isEmpty() ? fits.iterator().next() : null;
  }

  /** The same, with clock times that have no date taken as of this day. */
  Clocks on(LocalDate date) {
    return new Clocks(frame, vocabulary, order, halves, date, taken);
  }

  /** The moment that a cell tells of; empty when it cannot be read. */
  Optional<Instant> moment(String cell) {
    return parts(cell)
        .filter(parts -> problem(parts) == null)
        .flatMap(
            parts ->
                date(parts).flatMap(date -> parts.time().map(time -> instant(date, time, parts))));
  }

  /** What should have stood in a cell that could not be read. */
  String expected(String cell, String usually) {
    Optional<Parts> parts = parts(cell);
    if (parts.isEmpty() || parts.get().time().isEmpty() || date(parts.get()).isEmpty()) {
      return usually;
    }
    String problem = problem(parts.get());
    return problem == null ? usually : problem;
  }

  private Instant instant(LocalDate date, LocalTime time, Parts parts) {
    ZoneOffset offset = parts.offset();
    return offset == null ? frame.instant(date.atTime(time)) : date.atTime(time).toInstant(offset);
  }

  private @Nullable String problem(Parts parts) {
    if (halves && parts.half() == null && parts.offset() == null) {
      return HALF_MISSING;
    }
    Numbers numbers = parts.numbers();
    if (numbers != null
        && order == null
        && numbers.in(DateOrder.DMY).isPresent()
        && numbers.in(DateOrder.MDY).isPresent()
        && numbers.first() != numbers.second()
        && !numbers.dotted()) {
      return AMBIGUOUS;
    }
    return null;
  }

  private Optional<LocalDate> date(Parts parts) {
    Numbers numbers = parts.numbers();
    if (numbers == null) {
      return Optional.ofNullable(parts.dated() ? parts.date() : day);
    }
    if (order != null) {
      return numbers.in(order);
    }
    return numbers.in(DateOrder.DMY).or(() -> numbers.in(DateOrder.MDY));
  }

  private boolean ofTheSession(LocalDate day) {
    LocalDate first = LocalDate.ofInstant(frame.window().from(), frame.zone());
    LocalDate last = LocalDate.ofInstant(frame.window().to(), frame.zone());
    return !day.isBefore(first) && !day.isAfter(last);
  }

  private Optional<Parts> parts(String cell) {
    return taken.computeIfAbsent(cell, this::take);
  }

  private Optional<Parts> take(String cell) {
    if (cell.isEmpty() || cell.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = CELL.matcher(cell);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Term half = null;
    if (matcher.group("half") != null) {
      Optional<Term> said = vocabulary.which(matcher.group("half"), Term.MORNING, Term.AFTERNOON);
      if (said.isEmpty()) {
        return Optional.empty();
      }
      half = said.get();
    }
    Optional<LocalTime> time = time(matcher, half);
    ZoneOffset offset;
    try {
      offset = matcher.group("zone") == null ? null : ZoneOffset.of(matcher.group("zone"));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    String date = matcher.group("date");
    if (date == null) {
      return Optional.of(new Parts(null, null, false, time, half, offset));
    }
    Matcher numbers = NUMBERS.matcher(date);
    if (numbers.matches()) {
      return Optional.of(
          new Parts(
              new Numbers(
                  Integer.parseInt(numbers.group(1)),
                  Integer.parseInt(numbers.group(3)),
                  Integer.parseInt(numbers.group(4)),
                  numbers.group(1).length() == 4,
                  numbers.group(2).equals("."),
                  numbers.group(1).length() == 3 || numbers.group(4).length() % 2 == 1),
              null,
              true,
              time,
              half,
              offset));
    }
    Optional<LocalDate> named = named(date);
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(new Parts(null, named.get(), true, time, half, offset));
  }

  private Optional<LocalDate> named(String date) {
    Matcher dayFirst = DAY_FIRST.matcher(date);
    if (dayFirst.matches()) {
      return named(dayFirst.group(1), dayFirst.group(2), dayFirst.group(3));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(date);
    return monthFirst.matches()
        ? named(monthFirst.group(2), monthFirst.group(1), monthFirst.group(3))
        : Optional.empty();
  }

  private Optional<LocalDate> named(String day, String month, String year) {
    try {
      return vocabulary.month(month).isEmpty()
          ? Optional.empty()
          : Optional.of(
              LocalDate.of(
                  Integer.parseInt(year),
                  vocabulary.month(month).getAsInt(),
                  Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(Matcher matcher, @Nullable Term half) {
    int hour = Integer.parseInt(matcher.group("hour"));
    int minute = Integer.parseInt(matcher.group("minute"));
    int second = matcher.group("second") == null ? 0 : Integer.parseInt(matcher.group("second"));
    if (half != null) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (half == Term.AFTERNOON ? 12 : 0);
    }
    return hour < 24 && minute < 60 && second < 60
        ? Optional.of(LocalTime.of(hour, minute, second))
        : Optional.empty();
  }

  private record Numbers(
      int first, int second, int third, boolean yearFirst, boolean dotted, boolean cut) {

    Optional<LocalDate> in(DateOrder order) {
      if (cut) {
        return Optional.empty();
      }
      if (yearFirst) {
        return DateOrder.YMD.date(first, second, third);
      }
      return dotted && order == DateOrder.MDY ? Optional.empty() : order.date(first, second, third);
    }
  }

  private record Parts(
      @Nullable Numbers numbers,
      @Nullable LocalDate date,
      boolean dated,
      Optional<LocalTime> time,
      @Nullable Term half,
      @Nullable ZoneOffset offset) {}
}
