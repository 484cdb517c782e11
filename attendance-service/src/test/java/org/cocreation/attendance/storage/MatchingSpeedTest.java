package org.cocreation.attendance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.cocreation.attendance.WholeService;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.attendance.domain.matching.EmailAddress;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.PersonName;
import org.cocreation.attendance.domain.matching.RosterMatcher;
import org.cocreation.attendance.domain.matching.Seen;
import org.cocreation.attendance.domain.matching.Suggestions;
import org.cocreation.attendance.domain.roster.Contact;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The same rows cost about the same against a roster a hundred times as large, through the real
 * storage. Processor time of the whole process is compared, the store's included, as others may use
 * the machine. {@code -Dspeed.full=true}: 10,000 rows against rosters of up to 100,000.
 */
@WholeService
class MatchingSpeedTest {

  private static final boolean FULL = Boolean.getBoolean("speed.full");
  private static final int ROWS = FULL ? 10_000 : 300;
  private static final List<Integer> ROSTERS =
      FULL ? List.of(1_000, 10_000, 100_000) : List.of(300, 3_000);
  private static final int AT_ONCE = 500;
  private static final double MOST_RATIO = 4;
  private static final int SUGGESTED = 200;

  @Autowired private Roster roster;
  @Autowired private Aliases aliases;

  @Test
  void costsGrowWithTheRowsAndNotWithTheRoster() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| roster | rows | seconds | processor seconds | matched | suggestions for "
                + SUGGESTED
                + " rows, processor seconds |\n|---:|---:|---:|---:|---:|---:|\n");
    List<Double> costs = new ArrayList<>();
    for (int size : ROSTERS) {
      String programme = "speed-" + UUID.randomUUID();
      fill(programme, size);
      List<Seen> rows = rows(ROSTERS.get(0));
      match(programme, rows.subList(0, Math.min(rows.size(), 1_000)));
      long began = System.nanoTime();
      double processor = processor();
      int matched = match(programme, rows);
      double cost = processor() - processor;
      double seconds = (System.nanoTime() - began) / 1e9;
      processor = processor();
      new Suggestions(roster, aliases).suggest(programme, rows.subList(0, SUGGESTED));
      double suggesting = processor() - processor;
      costs.add(cost);
      table.append(
          String.format(
              Locale.ROOT,
              "| %,d | %,d | %.1f | %.1f | %,d | %.1f |%n",
              size,
              rows.size(),
              seconds,
              cost,
              matched,
              suggesting));
      assertThat(matched).isPositive();
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "matching-speed.md"), table);
    if (FULL) {
      System.out.print(table);
    }

    assertThat(costs.get(costs.size() - 1)).isLessThan(costs.get(0) * MOST_RATIO + 0.5);
  }

  private int match(String programme, List<Seen> rows) {
    RosterMatcher matcher = new RosterMatcher(roster, aliases);
    int matched = 0;
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      Map<Identity, Match> matches =
          matcher.match(programme, rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
      matched +=
          (int)
              matches.values().stream()
                  .filter(match -> match.state() == Match.State.MATCHED)
                  .count();
    }
    return matched;
  }

  /** People with frequent and rare words in their names; the first are the same in every roster. */
  private void fill(String programme, int size) {
    for (int from = 0; from < size; from += 2_000) {
      Map<String, Function<Optional<Person>, Decided<Person, Boolean>>> some =
          new LinkedHashMap<>();
      for (int i = from; i < Math.min(size, from + 2_000); i++) {
        Person person =
            Person.unknown("s" + i + programme, programme)
                .registered(Instant.parse("2020-02-01T00:00:00Z"), "h" + i + programme, List.of())
                .reachedAs(new Contact(name(i), "person" + i + "@civic.example", null, 1));
        some.put(person.registrationId(), found -> Decided.of(person, true));
      }
      roster.changeAll(some);
    }
  }

  /** A third by address, a third by name, the rest mistyped or shortened. */
  private static List<Seen> rows(int people) {
    List<Seen> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      int person = i % people;
      String name = name(person);
      String typed =
          switch (i % 6) {
            case 0, 1 -> "Guest " + i;
            case 2, 3 -> name + " (External)";
            case 4 -> name.charAt(0) + name.substring(name.indexOf(' '));
            default -> name.substring(0, 4) + name.substring(5);
          };
      EmailAddress email =
          i % 6 < 2 ? EmailAddress.read("person" + person + "@civic.example").orElseThrow() : null;
      PersonName read = PersonName.read(typed + (i < people ? "" : " [row " + i + "]"));
      rows.add(new Seen(Identity.of(null, email, read).orElseThrow(), email, read));
    }
    return rows;
  }

  private static String name(int number) {
    Random random = new Random(number * 7_919L);
    // Two syllables out of many make a rare family name; given names are few.
    return word(random.nextInt(60))
        + " "
        + word(60 + random.nextInt(4_000))
        + " "
        + word(60 + random.nextInt(400));
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    int left = number + 9_000;
    while (left > 0) {
      word.append("bcdfghlmnprstvz".charAt(left % 15)).append("aeiou".charAt(left % 5));
      left /= 15;
    }
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static double processor() {
    long nanoseconds =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
    return Duration.ofNanos(nanoseconds).toMillis() / 1000.0;
  }
}
