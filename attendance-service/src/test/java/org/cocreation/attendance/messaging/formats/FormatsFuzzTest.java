package org.cocreation.attendance.messaging.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.Unreadable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a file holds: a reading, "not mine" or the declared refusal; never another exception,
 * never a hang.
 */
class FormatsFuzzTest {

  private static final String[] SAMPLES = {
    "zoom-meeting-with-preamble.csv",
    "zoom-meeting-newer-casing.csv",
    "zoom-meeting-unique-users.csv",
    "sign-in-sheet-spanish-windows-1252.csv",
    "sign-in-sheet-with-times.csv",
    "sign-in-sheet-unusual-columns.csv",
    "contact-list.csv",
    "teams-attendance-utf-16.csv"
  };
  private static final ColumnMapping MAPPING =
      new ColumnMapping(null, "Who", null, null, "Mail", "From", "Here?", null, null, null);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void survivesDamagedBytes(long seed) {
    Random random = new Random(seed);
    assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          for (String sample : SAMPLES) {
            byte[] original = Samples.bytes(sample);
            for (int i = 0; i < 150; i++) {
              byte[] damaged = original.clone();
              for (int j = 0; j <= random.nextInt(8); j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
              }
              check(damaged, random.nextBoolean() ? MAPPING : null);
              check(Arrays.copyOf(original, random.nextInt(original.length)), null);
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void survivesRandomTextOfTheCharactersThatMatter(long seed) {
    Random random = new Random(seed);
    String matter = ",;\t\"\n\r :/-0123456789AMPMéñ\u0000\u202f[]()@.x";
    String[] headers = {
      "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n",
      "Name (Original Name),User Email,Total Duration (Minutes),Guest\n",
      "Name,E-mail,Signature,Time in,Time out,Date\n",
      ""
    };
    assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < 600; i++) {
            StringBuilder text = new StringBuilder(headers[random.nextInt(headers.length)]);
            for (int j = random.nextInt(400); j > 0; j--) {
              text.append(matter.charAt(random.nextInt(matter.length())));
            }
            check(text.toString().getBytes(StandardCharsets.UTF_8), null);
          }
        });
  }

  @Test
  void answersADroppedRenamedOrReorderedColumnClearly() {
    String[] lines = text("zoom-meeting-newer-casing.csv").split("\r\n");
    int columns = lines[0].split(",", -1).length;
    Reading whole = Samples.read("zoom-meeting-newer-casing.csv");
    for (int column = 0; column < columns; column++) {
      Optional<Reading> without = Samples.read(withoutColumn(lines, column), null);
      boolean needed = column < 4;
      assertThat(without.isEmpty()).as("without column %d", column).isEqualTo(needed);
      String renamed = String.join("\n", lines).replace(lines[0].split(",", -1)[column], "Other");
      assertThat(Samples.read(renamed.getBytes(StandardCharsets.UTF_8), null).isEmpty())
          .as("column %d renamed", column)
          .isEqualTo(needed);
    }
    assertThat(Samples.read(reversed(lines), null).orElseThrow().sightings())
        .isEqualTo(whole.sightings());
  }

  @Test
  void readsAFileOfTheGreatestSizeInGoodTime() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] header =
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
            .getBytes(StandardCharsets.UTF_8);
    file.writeBytes(header);
    for (int i = 0; i < 50_000; i++) {
      file.writeBytes(
          "Person Number %d,p%d@civic.example,02/13/2020 10:30:00 AM,02/13/2020 11:45:00 AM,75,No\n"
              .formatted(i, i)
              .getBytes(StandardCharsets.UTF_8));
    }
    assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThat(Samples.read(file.toByteArray(), null).orElseThrow().sightings())
                .hasSize(50_000));
  }

  private static void check(byte[] file, @Nullable ColumnMapping mapping) {
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
  }

  private static byte[] withoutColumn(String[] lines, int column) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
      cells.remove(column);
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] reversed(String[] lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
      java.util.Collections.reverse(cells);
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String sample) {
    return new String(Samples.bytes(sample), StandardCharsets.UTF_8);
  }
}
