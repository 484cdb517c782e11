package org.cocreation.attendance.messaging.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cocreation.attendance.messaging.formats.Samples.at;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.RowProblem;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Text;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInSheetTest {

  private static final LocalDate DAY = LocalDate.of(2020, 2, 13);

  @Test
  void readsASpanishSheetInWindows1252WithATitleAboveTheHeader() {
    Reading reading = Samples.read("sign-in-sheet-spanish-windows-1252.csv");

    assertThat(Text.of(Samples.bytes("sign-in-sheet-spanish-windows-1252.csv")).encoding())
        .isEqualTo("windows-1252");
    assertThat(reading.format()).isEqualTo("sign-in-sheet");
    assertThat(reading.rows()).isEqualTo(5);
    assertThat(reading.sightings().get(0))
        .isEqualTo(
            new Sighting(
                5, null, "Inés Pérez", "ines.perez@btec.example", "BTEC", Evidence.signature()));
    assertThat(reading.sightings().get(1).name()).isEqualTo("José Núñez");
    assertThat(reading.sightings().get(1).evidence())
        .isEqualTo(Evidence.openStay(Place.VENUE, at("10:35"), null));
    assertThat(reading.otherSessions()).isEqualTo(1);
    assertThat(reading.setAside()).containsExactly(new SetAside(6, SetAside.Reason.NOT_SIGNED));
    assertThat(reading.problems()).extracting(RowProblem::row).containsExactly(9);
  }

  @Test
  void readsTimesAndDatesAsPeopleTypeThem() {
    Reading reading = Samples.read("sign-in-sheet-with-times.csv");

    assertThat(reading.sightings())
        .extracting(Sighting::evidence)
        .containsExactly(
            Evidence.stay(Place.VENUE, at("10:25"), at("12:00")),
            Evidence.stay(Place.VENUE, at("10:30"), at("10:50")),
            Evidence.openStay(Place.VENUE, at("10:30"), null));
    assertThat(reading.problems())
        .extracting(RowProblem::column)
        .containsExactly("Time in", "Time out", "Date");
  }

  @Test
  void takesTheColumnsThatACoordinatorMaps() {
    byte[] file = Samples.bytes("sign-in-sheet-unusual-columns.csv");
    assertThat(Samples.read(file, null)).isEmpty();

    Reading reading =
        Samples.read(
                file,
                new ColumnMapping(
                    null, "who", null, null, "MAIL", "From", "Here", null, null, null))
            .orElseThrow();

    assertThat(reading.sightings())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.name()).isEqualTo("Ana Cal");
              assertThat(each.institution()).isEqualTo("Toledo Growers");
            });
    assertThat(reading.setAside()).hasSize(1);
  }

  @Test
  void doesNotReadAFileThatLacksAMappedColumn() {
    assertThat(
            Samples.read(
                Samples.bytes("sign-in-sheet-unusual-columns.csv"),
                new ColumnMapping(
                    null, "Who", null, null, "Mail", null, "Signature", null, null, null)))
        .isEmpty();
  }

  @Test
  void neverTakesAMereListOfContactsForASignInSheetUnlessTold() {
    byte[] list = Samples.bytes("contact-list.csv");
    assertThat(Samples.read(list, null)).isEmpty();

    Reading told =
        Samples.read(
                list,
                new ColumnMapping(null, "Name", null, null, "E-mail", null, null, null, null, null))
            .orElseThrow();

    assertThat(told.sightings())
        .singleElement()
        .matches(each -> each.evidence().equals(Evidence.signature()));
  }

  @Test
  void putsGivenAndFamilyNameTogetherAndTakesTheRegistrationId() {
    Reading reading =
        Samples.read(
                "Registration id,First name,Last name,Signed\nr-7,Ana,Cal,yes\n"
                    .getBytes(StandardCharsets.UTF_8),
                null)
            .orElseThrow();

    assertThat(reading.sightings())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.name()).isEqualTo("Ana Cal");
              assertThat(each.registrationId()).isEqualTo("r-7");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "10:28, 10:28",
    "10.28, 10:28",
    "10h28, 10:28",
    "10:28:59, 10:28",
    "10:28 AM, 10:28",
    "1:05 p.m., 13:05",
    "12:00 am, 00:00",
    "12:30pm, 12:30",
    "13:05 pm,",
    "25:00,",
    "10:60,",
    "soon,"
  })
  void readsClockTimes(String typed, String expected) {
    assertThat(SheetTimes.time(typed))
        .isEqualTo(Optional.ofNullable(expected).map(LocalTime::parse));
  }

  @ParameterizedTest
  @CsvSource({
    "13/02/2020, 2020-02-13",
    "13-02-2020, 2020-02-13",
    "13.2.20, 2020-02-13",
    "2020-02-13, 2020-02-13",
    "02/13/2020, 2020-02-13",
    "03/02/2020, 2020-02-03",
    "31/02/2020,",
    "13/13/2020,",
    "today,"
  })
  void readsDatesDayFirst(String typed, String expected) {
    assertThat(SheetTimes.date(typed, DAY))
        .isEqualTo(Optional.ofNullable(expected).map(LocalDate::parse));
  }

  @Test
  void letsTheSessionsDateDecideWhichOfTwoReadingsIsMeant() {
    LocalDate fourthOfMarch = LocalDate.of(2020, 3, 4);

    assertThat(SheetTimes.date("03/04/2020", fourthOfMarch)).contains(fourthOfMarch);
    assertThat(SheetTimes.date("04/03/2020", fourthOfMarch)).contains(fourthOfMarch);
  }
}
