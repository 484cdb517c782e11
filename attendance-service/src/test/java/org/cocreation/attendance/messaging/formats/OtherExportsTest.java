package org.cocreation.attendance.messaging.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.messaging.formats.Samples.at;

import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.feeds.Contents;
import org.cocreation.attendance.domain.feeds.Frame;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.RowProblem;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Unreadable;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.junit.jupiter.api.Test;

/** Zoom's webinars, Google Meet, BigBlueButton and Adobe Connect. */
class OtherExportsTest {

  @Test
  void readsTheSectionsOfAWebinarAndSetsHostsPanellistsAndNoShowsApart() {
    Reading reading = Samples.reading(Exports.utf8("\uFEFF" + Exports.ZOOM_WEBINAR));

    assertThat(reading.format()).isEqualTo("zoom-webinar");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rows()).isEqualTo(7);
    assertThat(reading.sightings())
        .filteredOn(Sighting::staff)
        .extracting(Sighting::name)
        .containsExactly("Hugo Host", "Paula Panelist");
    assertThat(reading.setAside()).containsExactly(new SetAside(16, SetAside.Reason.NO_SHOW));
    assertThat(reading.sightings().get(2))
        .isEqualTo(
            new Sighting(
                13,
                null,
                "Inés (Inés Pérez)",
                "ines.perez@btec.example",
                "BTEC",
                Evidence.stay(Place.ONLINE, at("10:28"), at("10:50"))));
    assertThat(reading.sightings().get(3).evidence().from()).isEqualTo(at("11:01"));
    assertThat(reading.sightings().get(5).name()).isEqualTo("15015550101");
  }

  @Test
  void takesTheNameOfTheFormWhereTheUserNameIsEmptyAndCountsAMissingLeaveUpToTheReport() {
    Sighting ana = Samples.reading(Exports.utf8(Exports.ZOOM_WEBINAR)).sightings().get(4);

    assertThat(ana.name()).isEqualTo("Ana Cal");
    assertThat(ana.evidence())
        .isEqualTo(Evidence.stillThere(Place.ONLINE, at("10:40"), at("20:00")));
  }

  @Test
  void readsAWebinarWithoutTrailingCommasAndWithOtherColumnsOfTheForm() {
    String plain = Exports.ZOOM_WEBINAR.replaceAll("(?m),$", "").replace(",Phone,", ",Shoe size,");

    assertThat(Samples.reading(Exports.utf8(plain)).sightings())
        .isEqualTo(Samples.reading(Exports.utf8(Exports.ZOOM_WEBINAR)).sightings());
  }

  @Test
  void readsTheOlderDatesOfAWebinarWithTheMonthAsAWord() {
    String older =
        Exports.ZOOM_WEBINAR.replace("02/13/2020 10:28:00 AM", "\"Feb 13, 2020 10:28:00 AM\"");

    assertThat(Samples.reading(Exports.utf8(older)).sightings())
        .isEqualTo(Samples.reading(Exports.utf8(Exports.ZOOM_WEBINAR)).sightings());
  }

  @Test
  void readsZoomsExportsWithSemicolonsAndTheLineThatNamesThem() {
    String semicolons = "sep=;\r\n" + Exports.ZOOM_USERS.replace(',', ';');

    assertThat(Samples.reading(Exports.utf8(semicolons)).sightings())
        .extracting(Sighting::name, Sighting::row)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Inés Pérez", 3),
            org.assertj.core.groups.Tuple.tuple("Ana Cal", 4));
  }

  @Test
  void takesTheClockTimesOfGoogleMeetAsOfTheSessionsDateAndSaysSo() {
    Reading reading = Samples.reading(Exports.utf8(Exports.GOOGLE_MEET));

    assertThat(reading.format()).isEqualTo("google-meet");
    assertThat(reading.sightings())
        .containsExactly(
            new Sighting(
                2,
                null,
                "Inés Pérez",
                "ines.perez@btec.example",
                null,
                Evidence.stay(Place.ONLINE, at("10:30"), at("11:32"))),
            new Sighting(
                3,
                null,
                "Ana Cal",
                null,
                null,
                Evidence.totalBetween(Place.ONLINE, at("10:32"), at("12:00"), 58)));
    assertThat(reading.notes())
        .singleElement()
        .matches(note -> note.en().contains("2020-02-13") && note.es().contains("sin fecha"));
  }

  @Test
  void refusesADurationThatIsLongerThanTheStay() {
    assertThat(
            Samples.reading(Exports.utf8(Exports.GOOGLE_MEET.replace("58 min", "3 hr"))).problems())
        .extracting(RowProblem::column)
        .containsExactly("Duration");
  }

  @Test
  void readsUnescapedQuotesModeratorsTheAnonymousRowAndWhoIsInside() {
    Reading reading = Samples.reading(Exports.utf8(Exports.BIGBLUEBUTTON));

    assertThat(reading.format()).isEqualTo("bigbluebutton");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.setAside()).containsExactly(new SetAside(5, SetAside.Reason.ANONYMOUS));
    assertThat(reading.sightings())
        .containsExactly(
            new Sighting(
                2,
                null,
                "Olga Organiser",
                null,
                null,
                true,
                Evidence.stay(Place.ONLINE, at("10:20:11"), at("12:02"))),
            new Sighting(
                3,
                null,
                "Ana \"Nana\" Cal, Toledo",
                null,
                null,
                Evidence.stay(Place.ONLINE, at("10:28"), at("11:43"))),
            new Sighting(
                4,
                null,
                "Inés Pérez",
                null,
                null,
                Evidence.stillThere(Place.ONLINE, at("10:40"), at("12:02:30"))));
  }

  @Test
  void recognisesBigBlueButtonByItsRowsWhereTheHeaderIsInAnUnknownLanguage() {
    String[] lines = Exports.BIGBLUEBUTTON.split("\r\n", 2);
    String comma = Exports.BIGBLUEBUTTON.replace("Which theme?", "Which theme, and why?");
    assertThat(Samples.reading(Exports.utf8(comma)).sightings())
        .isEqualTo(Samples.reading(Exports.utf8(Exports.BIGBLUEBUTTON)).sightings());
    String greek = "Ό,Σ,Β,Ο,Κ,Μ,Α,Ψ,Χ,Ε,Ξ,Δ,;\r\n" + lines[1];

    assertThat(Samples.reading(Exports.utf8(greek)).sightings())
        .isEqualTo(Samples.reading(Exports.utf8(Exports.BIGBLUEBUTTON)).sightings());
  }

  @Test
  void trustsOnlyTheTimeInsideWhereThereWereGapsAndNothingAfterADay() {
    String gaps = Exports.BIGBLUEBUTTON.replace("01:15:00", "00:40:00");
    assertThat(Samples.reading(Exports.utf8(gaps)).sightings().get(1).evidence())
        .isEqualTo(Evidence.totalBetween(Place.ONLINE, at("10:28"), at("11:43"), 40));

    String wrapped =
        Exports.BIGBLUEBUTTON.replace("2/13/2020, 10:28:00 AM", "2/12/2020, 10:28:00 AM");
    assertThat(Samples.reading(Exports.utf8(wrapped)).sightings().get(1).evidence().to())
        .isEqualTo(at("11:43"));
    assertThat(
            Samples.reading(Exports.utf8(wrapped.replace("01:15:00", "00:40:00")))
                .sightings()
                .get(1)
                .evidence())
        .isEqualTo(Evidence.openStay(Place.ONLINE, null, null));
  }

  @Test
  void readsVisitsGuestsOffsetsAndCountsTheRowsOfAnotherSessionInTheSameRoom() {
    Reading reading = Samples.reading(Exports.utf8(Exports.ADOBE));

    assertThat(reading.format()).isEqualTo("adobe-connect");
    assertThat(reading.rows()).isEqualTo(3);
    assertThat(reading.otherSessions()).isEqualTo(1);
    assertThat(reading.sightings())
        .containsExactly(
            new Sighting(
                1,
                null,
                "Inés Pérez",
                "ines.perez@btec.example",
                null,
                Evidence.stay(Place.ONLINE, at("10:28"), at("11:43"))),
            new Sighting(
                2,
                null,
                "Ana & Beto Cal",
                null,
                null,
                Evidence.stillThere(Place.ONLINE, at("10:40"), at("11:43"))));
  }

  @Test
  void looksAtNoDocumentTypeAndNoEntity() {
    String attack =
        "<?xml version=\"1.0\"?><!DOCTYPE results [<!ENTITY who SYSTEM \"file:///etc/passwd\">"
            + "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + Exports.ADOBE
                .substring(Exports.ADOBE.indexOf("<results"))
                .replace("Ana &amp; Beto Cal", "&who;&b;");

    assertThatThrownBy(() -> Samples.read(Exports.utf8(attack), null))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("XML is broken");
  }

  @Test
  void limitsDepthRowsAndLengthsOfXmlAndRefusesBrokenXml() {
    String row =
        Exports.ADOBE.lines().filter(line -> line.startsWith("<row")).findFirst().orElseThrow();
    String begin = "<results><report-meeting-attendance>";
    String end = "</report-meeting-attendance></results>";

    assertThatThrownBy(() -> within(2, begin + row.repeat(3) + end))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("more than 2 rows");
    assertThatThrownBy(() -> within(9, begin + "<row>".repeat(60) + end))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("nested deeper");
    assertThatThrownBy(() -> within(9, begin + "<x>".repeat(60) + end))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("nested deeper");
    assertThatThrownBy(
            () ->
                within(9, begin + row.replace(">Inés Pérez<", ">" + "I".repeat(2000) + "<") + end))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("longer than 1000");
    assertThatThrownBy(() -> within(9, begin + row))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("export the report again");
  }

  @Test
  void saysWhatAnotherReportOfAdobeLacks() {
    assertThat(
            Samples.seen(
                Exports.utf8("<results><status code=\"ok\"/><report-curriculum/></results>"), null))
        .contains("looks like adobe-connect")
        .contains("“report-meeting-attendance” is missing");
  }

  @Test
  void notesThatEveryRowIsAnotherSessions() {
    assertThat(Samples.session("2021-02-13T16:30:00Z").reading(Exports.utf8(Exports.ADOBE)).notes())
        .extracting(Bilingual::en)
        .anyMatch(note -> note.contains("another session"));
  }

  private static Reading within(int rows, String file) {
    return KnownFormats.within(new Limits(rows, 1000))
        .read(Upload.of(new Contents(Exports.utf8(file)), null, Frame.of(Samples.WEBINAR)))
        .orElseThrow();
  }
}
