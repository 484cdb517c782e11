package org.cocreation.attendance.messaging.formats;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as exports write them: {@code 1h 30m 51s}, {@code 59 Min. 0 Sek.}, {@code 00:58:12}.
 */
final class Spans {

  private static final Pattern CLOCK = Pattern.compile("([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])");
  private static final Pattern MINUTES = Pattern.compile("[0-9]{1,5}");
  private static final Pattern PART = Pattern.compile("([0-9]{1,6})\\s*([\\p{L}.]+)[,\\s]*");
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Vocabulary vocabulary;

  Spans(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** A number of minutes, or what {@link #words} reads. */
  Optional<Duration> minutesOrWords(String cell) {
    if (MINUTES.matcher(cell).matches()) {
      return sane(Duration.ofMinutes(Integer.parseInt(cell)));
    }
    return words(cell);
  }

  /** Hours, minutes and seconds with their units, each unit once, or {@code h:mm:ss}. */
  Optional<Duration> words(String cell) {
    if (cell.length() > 60) {
      return Optional.empty();
    }
    Matcher clock = CLOCK.matcher(cell);
    if (clock.matches()) {
      return sane(
          Duration.ofHours(Integer.parseInt(clock.group(1)))
              .plusMinutes(Integer.parseInt(clock.group(2)))
              .plusSeconds(Integer.parseInt(clock.group(3))));
    }
    Duration sum = Duration.ZERO;
    int before = 0;
    int end = 0;
    Matcher part = PART.matcher(cell);
    while (end < cell.length()) {
      if (!part.find(end) || part.start() != end) {
        return Optional.empty();
      }
      int unit = unit(part.group(2));
      if (unit <= before) {
        return Optional.empty();
      }
      before = unit;
      long number = Long.parseLong(part.group(1));
      sum =
          switch (unit) {
            case 1 -> sum.plusHours(number);
            case 2 -> sum.plusMinutes(number);
            default -> sum.plusSeconds(number);
          };
      end = part.end();
    }
    return before == 0 ? Optional.empty() : sane(sum);
  }

  private int unit(String word) {
    if (vocabulary.says(word, Term.HOURS)) {
      return 1;
    }
    if (vocabulary.says(word, Term.MINUTES)) {
      return 2;
    }
    return vocabulary.says(word, Term.SECONDS) ? 3 : 0;
  }

  private static Optional<Duration> sane(Duration span) {
    return span.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(span);
  }
}
