package org.cocreation.attendance.messaging.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cocreation.attendance.messaging.formats.Samples.at;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.RowProblem;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Text;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.junit.jupiter.api.Test;

class MappedExportTest {

  static final ColumnMapping ONLINE =
      new ColumnMapping(
          null, "Who", null, null, "Mail", "Org", null, "Entered", "Went", "Day", "Stayed",
          "online");
  static final String TABLE =
      """
      A tool's report;;;;;;
      Who;Mail;Org;Day;Entered;Went;Stayed
      Inés Pérez;ines.perez@btec.example;BTEC;13/02/2020;10:28;11:43;75
      Ana Cal;;;13/02/2020;10:30 a. m.;12:00 p. m.;0:50:00
      Ben Tzul;;;13/02/2020;10:30;;1 h
      Carla Canto;;;13/02/2020;;;42 min
      Dora Díaz;;;13/02/2020;;;
      Eva Early;;;12/02/2020;10:30;11:30;60
      """;

  @Test
  void readsTheOnlineExportOfAToolThatIsNotKnownByItsMappedColumns() {
    Reading reading = read(TABLE.replace(" a. m.", "").replace(" p. m.", ""));

    assertThat(reading.format()).isEqualTo("mapped-export");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.otherSessions()).isEqualTo(1);
    assertThat(reading.sightings().get(0).institution()).isEqualTo("BTEC");
    assertThat(reading.sightings())
        .extracting(Sighting::evidence)
        .containsExactly(
            Evidence.stay(Place.ONLINE, at("10:28"), at("11:43")),
            Evidence.totalBetween(Place.ONLINE, at("10:30"), at("12:00"), 50),
            Evidence.stay(Place.ONLINE, at("10:30"), at("11:30")),
            Evidence.total(Place.ONLINE, 42),
            Evidence.openStay(Place.ONLINE, null, null));
  }

  @Test
  void refusesATimeWithoutAmOrPmInAFileThatHasThem() {
    assertThat(read(TABLE).problems()).extracting(RowProblem::column).containsOnly("Entered");
    assertThat(read(TABLE).problems().get(0).expected()).contains("AM or PM");
  }

  @Test
  void readsDatesAndTimesInOneCellWithAndWithoutOffset() {
    ColumnMapping mapping =
        new ColumnMapping(
            null, "Who", null, null, null, null, null, "From", "To", null, null, "online");
    byte[] file =
        Exports.utf8(
            "Who\tFrom\tTo\nAna\t2020-02-13 10:30\t2020-02-13T17:30:00Z\nBen\t2020-02-13T10:30:00-06:00\t13/02/2020 11:00\n");

    assertThat(Samples.read(file, mapping).orElseThrow().sightings())
        .extracting(Sighting::evidence)
        .containsExactly(
            Evidence.stay(Place.ONLINE, at("10:30"), at("11:30")),
            Evidence.stay(Place.ONLINE, at("10:30"), at("11:00")));
  }

  @Test
  void readsMinutesAtTheVenueToo() {
    ColumnMapping mapping =
        new ColumnMapping(
            null, "Who", null, null, null, null, null, null, null, null, "Minutes", null);

    assertThat(
            Samples.read(Exports.utf8("Who,Minutes\nAna,61\n"), mapping).orElseThrow().sightings())
        .extracting(Sighting::evidence)
        .containsExactly(Evidence.total(Place.VENUE, 61));
  }

  @Test
  void refusesAPlaceThatThereIsNot() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                new ColumnMapping(
                    null, "Who", null, null, null, null, null, null, null, null, null, "moon"))
        .hasMessageContaining("online or venue");
  }

  @Test
  void saysWhichMappedColumnIsNotThere() {
    byte[] file = Exports.utf8(TABLE.replace("Went", "Gone"));

    assertThat(Samples.read(file, ONLINE)).isEmpty();
    assertThat(Samples.seen(file, ONLINE)).contains("“Went” is missing");
  }

  @Test
  void readsTheSameTextInEveryEncoding() {
    String text = TABLE.replace(" a. m.", "").replace(" p. m.", "");
    Reading whole = read(text);

    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("windows-1252")
        }) {
      assertThat(Samples.read(text.getBytes(charset), ONLINE).orElseThrow()).isEqualTo(whole);
      if (!charset.name().equals("windows-1252")) {
        assertThat(Samples.read(("\uFEFF" + text).getBytes(charset), ONLINE).orElseThrow())
            .isEqualTo(whole);
        assertThat(Text.of(text.getBytes(charset)).encoding()).isEqualTo(charset.name());
      }
    }
    assertThat(Samples.read(Exports.utf8("\uFEFF" + text), ONLINE).orElseThrow()).isEqualTo(whole);
    assertThat(Samples.read(Exports.utf8("sep=;\n" + text), ONLINE).orElseThrow().sightings())
        .hasSameSizeAs(whole.sightings());
  }

  @Test
  void readsUtf8ThatWasCutOffInTheMiddleOfACharacter() {
    byte[] bytes = Exports.utf8("Inés Pér");
    byte[] cut = java.util.Arrays.copyOf(Exports.utf8("Inés Pé"), bytes.length - 2);

    assertThat(Text.of(cut)).isEqualTo(new Text("Inés P", "UTF-8"));
  }

  private static Reading read(String text) {
    return Samples.read(Exports.utf8(text), ONLINE).orElseThrow();
  }
}
