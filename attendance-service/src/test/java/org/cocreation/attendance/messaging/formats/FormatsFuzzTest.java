package org.cocreation.attendance.messaging.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Unreadable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a file holds: a reading whose rows are all accounted for, "not mine" or the declared
 * refusal; never another exception, never a hang.
 *
 * <p>{@code -Dformats.fuzz.seconds=600} goes on for ten minutes, {@code -Dformats.fuzz.seed=…}
 * begins with a seed that a failure named.
 */
class FormatsFuzzTest {

  private static final long SECONDS = Long.getLong("formats.fuzz.seconds", 1);
  private static final long SEED = Long.getLong("formats.fuzz.seed", System.nanoTime());
  private static final Duration EACH = Duration.ofSeconds(20);
  private static final String MATTERS = ",;\t\"'\n\r :/-.0123456789AMPMhé\u0000\u202f[]()@<>&=x";
  private static final int PERFORMANCE_ROWS = 20_000;

  @TestFactory
  Stream<DynamicTest> survivesDamagedFilesOfEveryFormat() {
    List<byte[]> samples = new ArrayList<>(Exports.all().values());
    samples.add(Exports.utf8(MappedExportTest.TABLE));
    return IntStream.range(0, samples.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    "sample " + i + ", seed " + SEED, () -> damage(samples.get(i))));
  }

  @Test
  void survivesRandomBytes() {
    repeat(
        random -> {
          byte[] bytes = new byte[random.nextInt(3000)];
          random.nextBytes(bytes);
          return bytes;
        });
  }

  @Test
  void survivesFilesOfTheGreatestSizeWithoutAnyMeaning() {
    for (String part :
        List.of("\"", ",", "\n", "<", "<a>", "a,b\n", "\"a\",\"b\"\n", "Name\t", "1:1 ")) {
      check(Exports.utf8(part.repeat(2_000_000 / part.length())), null);
      check(
          Exports.utf8(
              "<results><report-meeting-attendance>" + part.repeat(500_000 / part.length())),
          null);
    }
  }

  @Test
  void isCaughtWhenAParserThrowsAnythingElse() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> survive(() -> Integer.parseInt("no number"), new byte[0], 7))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("seed 7");
  }

  static Stream<String> formatsWithRows() {
    return Stream.of("zoom", "webinar", "teams", "list", "meet", "bbb", "adobe", "sheet");
  }

  @ParameterizedTest
  @MethodSource("formatsWithRows")
  void readsTwentyThousandRowsInGoodTime(String kind) {
    byte[] file = large(kind);
    long began = System.nanoTime();
    assertTimeoutPreemptively(
        EACH,
        () ->
            assertThat(Samples.reading(file).sightings())
                .hasSizeGreaterThanOrEqualTo(PERFORMANCE_ROWS));
    System.Logger log = System.getLogger(FormatsFuzzTest.class.getName());
    log.log(
        System.Logger.Level.INFO,
        "{0}: {1} rows in {2} ms",
        kind,
        PERFORMANCE_ROWS,
        (System.nanoTime() - began) / 1_000_000);
  }

  private static void damage(byte[] original) {
    repeat(
        random ->
            switch (random.nextInt(6)) {
              case 0 -> flipped(original, random);
              case 1 -> Arrays.copyOf(original, random.nextInt(original.length));
              case 2 -> spliced(original, random);
              case 3 -> shuffledLines(original, random);
              case 4 -> shuffledCells(original, random);
              default -> inserted(original, random);
            });
  }

  private interface Maker {
    byte[] make(Random random);
  }

  private static void repeat(Maker maker) {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    for (long seed = SEED; seed == SEED || System.nanoTime() < end; seed++) {
      Random random = new Random(seed);
      byte[] file = maker.make(random);
      ColumnMapping mapping = random.nextInt(4) == 0 ? MappedExportTest.ONLINE : null;
      survive(() -> check(file, mapping), file, seed);
    }
  }

  private static void survive(Runnable reading, byte[] file, long seed) {
    try {
      reading.run();
    } catch (RuntimeException | Error e) {
      throw new AssertionError(
          "seed %d, %d bytes: %s"
              .formatted(seed, file.length, Arrays.toString(Arrays.copyOf(file, 200))),
          e);
    }
  }

  private static void check(byte[] file, @Nullable ColumnMapping mapping) {
    long began = System.nanoTime();
    try {
      Samples.read(file, mapping)
          .ifPresent(
              reading ->
                  assertThat(
                          reading.sightings().size()
                              + reading.otherSessions()
                              + reading.setAside().size()
                              + reading.problems().size())
                      .isEqualTo(reading.rows()));
    } catch (Unreadable declared) {
      assertThat(declared.getMessage()).isNotBlank();
    }
    if (Duration.ofNanos(System.nanoTime() - began).compareTo(EACH) > 0) {
      fail("took longer than " + EACH);
    }
  }

  private static byte[] flipped(byte[] original, Random random) {
    byte[] damaged = original.clone();
    for (int j = 0; j <= random.nextInt(8); j++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private static byte[] inserted(byte[] original, Random random) {
    StringBuilder text = new StringBuilder(text(original));
    for (int j = 0; j <= random.nextInt(12); j++) {
      text.insert(random.nextInt(text.length()), MATTERS.charAt(random.nextInt(MATTERS.length())));
    }
    return Exports.utf8(text.toString());
  }

  private static byte[] spliced(byte[] original, Random random) {
    String text = text(original);
    int from = random.nextInt(text.length());
    int to = from + random.nextInt(text.length() - from);
    int at = random.nextInt(text.length());
    return Exports.utf8(text.substring(0, at) + text.substring(from, to) + text.substring(at));
  }

  private static byte[] shuffledLines(byte[] original, Random random) {
    List<String> lines = new ArrayList<>(text(original).lines().toList());
    Collections.shuffle(lines, random);
    return Exports.utf8(String.join("\n", lines));
  }

  private static byte[] shuffledCells(byte[] original, Random random) {
    List<String> cells = new ArrayList<>(Arrays.asList(text(original).split("(?<=[,;\t\n])", -1)));
    for (int j = 0; j <= random.nextInt(6); j++) {
      Collections.swap(cells, random.nextInt(cells.size()), random.nextInt(cells.size()));
    }
    return Exports.utf8(String.join("", cells));
  }

  private static String text(byte[] original) {
    return original.length > 1 && original[1] == (byte) 0xFE
        ? new String(original, StandardCharsets.UTF_16)
        : new String(original, StandardCharsets.UTF_8);
  }

  private static byte[] large(String kind) {
    String header =
        switch (kind) {
          case "zoom" ->
              "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n";
          case "webinar" ->
              "Attendee Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)\n";
          case "teams" ->
              "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n";
          case "list" -> "Full Name\tUser Action\tTimestamp\n";
          case "meet" -> "First name,Last name,Email,Duration,Time joined,Time exited\n";
          case "bbb" -> Exports.BIGBLUEBUTTON.lines().findFirst().orElseThrow() + "\n";
          case "adobe" -> "<results><report-meeting-attendance>";
          default -> "Nombre;Correo;Firma;Hora de entrada;Hora de salida\n";
        };
    String row =
        switch (kind) {
          case "zoom" ->
              "Person %d,p%d@civic.example,02/13/2020 10:30:00 AM,02/13/2020 11:45:00 AM,75,No\n";
          case "webinar" ->
              "Yes,Person %d,p%d@civic.example,02/13/2020 10:30:00 AM,02/13/2020 11:45:00 AM,75\n";
          case "teams" ->
              "Person %d\t2/13/20, 10:30:00 AM\t2/13/20, 11:45:00 AM\t1h 15m\tp%d@civic.example\tAttendee\n";
          case "list" ->
              "Person %d\tJoined\t2/13/2020, 10:30:00 AM\nPerson %d\tLeft\t2/13/2020, 11:30:00 AM\n";
          case "meet" -> "Person,%d,p%d@civic.example,75 min,10:30 AM,11:45 AM\n";
          case "bbb" ->
              "\"Person %d \"x%d\"\",\"FALSE\",\"1\",\"-\",\"-\",\"0\",\"0\",\"0\",\"0\",\"2/13/2020, 10:30:00 AM\",\"2/13/2020, 11:45:00 AM\",\"01:15:00\",\"-\"\n";
          case "adobe" ->
              "<row><login>p%d@civic.example</login><participant-name>Person %d</participant-name><date-created>2020-02-13T10:28:00.000-06:00</date-created><date-end>2020-02-13T11:43:00.000-06:00</date-end></row>";
          default -> "Person %d;p%d@civic.example;sí;10:30;11:45\n";
        };
    StringBuilder file = new StringBuilder(header);
    for (int i = 0; i < PERFORMANCE_ROWS; i++) {
      file.append(row.formatted(i, i));
    }
    return Exports.utf8(
        file + (kind.equals("adobe") ? "</report-meeting-attendance></results>" : ""));
  }
}
