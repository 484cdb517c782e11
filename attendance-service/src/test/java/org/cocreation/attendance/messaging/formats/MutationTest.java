package org.cocreation.attendance.messaging.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Text;
import org.cocreation.attendance.domain.feeds.Unreadable;
import org.cocreation.attendance.domain.presence.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample with a column dropped, renamed or moved, and cut off at every few bytes: the answer
 * is the same sightings, or a refusal, problem or note that names what is wrong; never another
 * truth, silently.
 */
class MutationTest {

  /**
   * Columns of which the file without them is as good a file of the same program, so that nothing
   * can tell that they are gone.
   */
  private static final Set<String> OPTIONAL_IN_THE_PROGRAM =
      Set.of(
          "In Waiting Room",
          "Organization",
          "First Name",
          "Last Name",
          "Institución",
          "Correo",
          "Correo electrónico",
          "Email",
          "E-mail",
          "Signature",
          "Date",
          "Fecha",
          "Time out",
          "Firma",
          "Hora de entrada",
          "Hora de salida");

  static Stream<String> samples() {
    return Exports.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void answersADroppedColumnByTheSameOrByNamingIt(String sample) {
    Document whole = Document.of(sample);
    for (Header header : whole.headers()) {
      for (int column = 0; column < header.cells().size(); column++) {
        int dropped = column;
        answered(
            whole,
            header.cells().get(column),
            whole.with(header, cells -> without(cells, dropped)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void answersARenamedColumnByTheSameOrByNamingIt(String sample) {
    Document whole = Document.of(sample);
    for (Header header : whole.headers()) {
      for (int column = 0; column < header.cells().size(); column++) {
        answered(whole, header.cells().get(column), whole.renamed(header, column));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsTheSameWhereTheColumnsStandInAnotherOrder(String sample) {
    Document whole = Document.of(sample);
    for (Header header : whole.headers()) {
      Reading turned = Samples.reading(whole.with(header, MutationTest::turned));
      assertThat(turned.sightings()).as(sample).isEqualTo(whole.reading().sightings());
      if (!sample.equals("bigbluebutton")) { // whose last cell goes on over two lines
        assertThat(turned.problems()).hasSameSizeAs(whole.reading().problems());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void neverReadsOutOfACutOffFileWhatIsNotInTheWholeOne(String sample) {
    Document whole = Document.of(sample);
    byte[] bytes = Exports.called(sample);
    Set<Object> known =
        new HashSet<>(whole.reading().sightings().stream().map(MutationTest::core).toList());
    int step = Math.max(1, bytes.length / 250);
    for (int length = 0; length < bytes.length; length += step) {
      try {
        Optional<Reading> cut = Samples.read(Arrays.copyOf(bytes, length), null);
        for (Sighting each : cut.map(Reading::sightings).orElse(List.of())) {
          boolean declared =
              cut.orElseThrow().notes().stream()
                  .map(Bilingual::en)
                  .anyMatch(note -> note.matches("(?s).*(missing|are not among|is not known).*"));
          boolean notYetLeft = each.evidence().to() == null && began(whole.reading(), each);
          assertThat(declared || notYetLeft || known.contains(core(each)))
              .as("%s cut off at %d reads %s", sample, length, each)
              .isTrue();
        }
      } catch (Unreadable declared) {
        assertThat(declared.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void isCaughtWhenAColumnIsReadWronglyOnPurpose() {
    Document whole = Document.of("zoom-meeting");
    Header header = whole.headers().get(whole.headers().size() - 1);
    byte[] swapped =
        whole.with(
            header,
            cells -> {
              List<String> other = new ArrayList<>(cells);
              if (!cells.equals(header.cells()) && cells.size() > 3) {
                Collections.swap(other, 2, 3);
              }
              return other;
            });

    assertThat(Samples.reading(swapped).sightings()).isNotEqualTo(whole.reading().sightings());
  }

  private static void answered(Document whole, String column, byte[] mutated) {
    if (OPTIONAL_IN_THE_PROGRAM.contains(column)) {
      return;
    }
    Optional<Reading> reading;
    try {
      reading = Samples.read(mutated, null);
    } catch (Unreadable declared) {
      assertThat(declared.getMessage()).isNotBlank();
      return;
    }
    if (reading.isEmpty()) {
      assertThat(Samples.seen(mutated, null))
          .as("%s without %s", whole.sample(), column)
          .isNotBlank();
      return;
    }
    boolean same =
        reading.get().sightings().stream()
            .map(MutationTest::core)
            .toList()
            .equals(whole.reading().sightings().stream().map(MutationTest::core).toList());
    boolean declared =
        reading.get().problems().size() > whole.reading().problems().size()
            || reading.get().notes().stream()
                .map(Bilingual::en)
                .anyMatch(note -> note.contains("missing") || note.contains("not known"));
    assertThat(same || declared)
        .as("%s without “%s” reads %s", whole.sample(), column, reading.get())
        .isTrue();
  }

  /** Whether the whole file has a stay of the same person that began then. */
  private static boolean began(Reading whole, Sighting open) {
    return whole.sightings().stream()
        .anyMatch(
            each ->
                String.valueOf(each.name()).equals(open.name())
                    && java.util.Objects.equals(each.evidence().from(), open.evidence().from()));
  }

  /** Who and when, but neither the line nor what only the whole file can tell. */
  private static Object core(Sighting each) {
    Evidence evidence = each.evidence();
    return List.of(
        String.valueOf(each.name()),
        String.valueOf(each.email()),
        each.staff(),
        evidence.place(),
        String.valueOf(evidence.from()),
        String.valueOf(evidence.to()),
        String.valueOf(evidence.minutes()),
        evidence.signed());
  }

  private static List<String> without(List<String> cells, int column) {
    List<String> left = new ArrayList<>(cells);
    if (column < left.size()) {
      left.remove(column);
    }
    return left;
  }

  private static List<String> turned(List<String> cells) {
    List<String> turned = new ArrayList<>(cells);
    Collections.reverse(turned);
    return turned;
  }

  private record Header(int line, List<String> cells) {}

  /** A sample in lines and cells that can be written again. */
  private record Document(
      String sample,
      Charset charset,
      String mark,
      String separator,
      List<String> lines,
      Reading reading) {

    static Document of(String sample) {
      byte[] bytes = Exports.called(sample);
      Text text = Text.of(bytes);
      Charset charset = Charset.forName(text.encoding());
      String separator =
          text.characters().contains("\t") ? "\t" : text.characters().contains(";") ? ";" : ",";
      return new Document(
          sample,
          charset,
          charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "",
          separator,
          text.characters().lines().toList(),
          Samples.reading(bytes));
    }

    /**
     * The lines that look like a header: the first after a blank line or a title, with no digits.
     */
    List<Header> headers() {
      List<Header> headers = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        List<String> cells = cells(lines.get(i));
        boolean words =
            cells.size() >= 3
                && lines.get(i).chars().noneMatch(Character::isDigit)
                && !lines.get(i).contains("@")
                && !lines.get(i).startsWith("<")
                && cells.stream().filter(cell -> !cell.isEmpty()).count() >= 3;
        if (words
            && i + 1 < lines.size()
            && lines.get(i + 1).chars().anyMatch(Character::isDigit)
            && cells(lines.get(i + 1)).size() >= 2) {
          headers.add(new Header(i, cells));
        }
      }
      return headers;
    }

    /** The file with the cells of one table changed, the header and every row below it. */
    byte[] with(Header header, UnaryOperator<List<String>> change) {
      List<String> written = new ArrayList<>(lines);
      for (int i = header.line(); i < lines.size(); i++) {
        List<String> cells = cells(lines.get(i));
        if (i > header.line() && (lines.get(i).isBlank() || cells.size() < 3)) {
          if (cells.size() < 3 && sample.startsWith("bigbluebutton")) {
            continue;
          }
          break;
        }
        while (i > header.line() && cells.size() < header.cells().size()) {
          cells.add("");
        }
        written.set(i, String.join(separator, change.apply(cells)));
      }
      return write(written);
    }

    byte[] renamed(Header header, int column) {
      List<String> written = new ArrayList<>(lines);
      List<String> cells = new ArrayList<>(header.cells());
      cells.set(column, "Xyz " + column);
      written.set(header.line(), String.join(separator, cells));
      return write(written);
    }

    private byte[] write(List<String> written) {
      return (mark + String.join("\r\n", written) + "\r\n").getBytes(charset);
    }

    /** Cells with their quotes, so that writing them again changes nothing. */
    private List<String> cells(String line) {
      List<String> cells = new ArrayList<>();
      if (line.startsWith("\"") && line.contains("\"" + separator + "\"")) {
        String inner = line.substring(1, line.endsWith("\"") ? line.length() - 1 : line.length());
        for (String cell :
            inner.split(java.util.regex.Pattern.quote("\"" + separator + "\""), -1)) {
          cells.add("\"" + cell + "\"");
        }
        return cells;
      }
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < line.length(); i++) {
        char each = line.charAt(i);
        quoted ^= each == '"';
        if (!quoted && separator.charAt(0) == each) {
          cells.add(cell.toString());
          cell.setLength(0);
        } else {
          cell.append(each);
        }
      }
      cells.add(cell.toString());
      return cells;
    }
  }
}
