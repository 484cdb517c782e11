package org.cocreation.attendance.messaging.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cocreation.attendance.messaging.formats.Samples.at;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.RowProblem;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsTest {

  private static final String JOINS_HEADER = "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n";

  @Test
  void readsTheJoinsOfAReportWithTabsInUtf16AndNarrowSpacesBeforePm() {
    Reading reading = Samples.reading(Exports.utf16(Exports.TEAMS));

    assertThat(reading.format()).isEqualTo("microsoft-teams");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.notes()).isEmpty();
    assertThat(reading.sightings()).hasSize(5);
    assertThat(reading.sightings().get(1))
        .isEqualTo(
            new Sighting(
                19,
                null,
                "Inés Pérez [BTEC] (External)",
                "ines.perez@btec.example",
                null,
                Evidence.stay(Place.ONLINE, at("10:28"), at("10:50"))));
    assertThat(reading.sightings().get(4).name()).isEqualTo("+501 555-0101");
  }

  @Test
  void setsTheOrganiserApartAsStaffButNotAPresenterWhichEverybodyMayBe() {
    assertThat(Samples.reading(Exports.utf16(Exports.TEAMS)).sightings())
        .filteredOn(Sighting::staff)
        .extracting(Sighting::name)
        .containsExactly("Olga Organiser");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "pl"})
  void readsGermanSpanishAndPolish(String language) {
    Reading reading = Samples.reading(Exports.called("microsoft-teams " + language));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.notes()).isEmpty();
    assertThat(reading.sightings()).hasSize(2);
    assertThat(reading.sightings().get(0).staff()).isFalse();
    assertThat(reading.sightings().get(0).evidence().from()).isEqualTo(at("10:28"));
    assertThat(reading.sightings().get(1).staff()).isTrue();
    assertThat(reading.sightings().get(1).evidence().to()).isEqualTo(at("12:02"));
  }

  @Test
  void readsOtherLetterCaseAndSeparatorsOfAFileThatASpreadsheetSavedAgain() {
    String saved =
        Exports.TEAMS
            .replace("\t", ";")
            .replace("First Join", "First join")
            .replace("In-Meeting Duration", "In-meeting duration")
            .replace("\u202f", " ");

    assertThat(Samples.reading(Exports.utf8("\uFEFF" + saved)).sightings())
        .isEqualTo(Samples.reading(Exports.utf16(Exports.TEAMS)).sightings());
    assertThat(Samples.reading(Exports.encoded(saved, StandardCharsets.UTF_16LE)).sightings())
        .hasSize(5);
    assertThat(Samples.reading(Exports.encoded(saved, StandardCharsets.UTF_16BE)).sightings())
        .hasSize(5);
  }

  @Test
  void readsFirstAndLastTimesWhereTheSectionOfJoinsIsMissing() {
    String people = Exports.TEAMS.substring(0, Exports.TEAMS.indexOf("3. In-Meeting"));
    Reading reading = Samples.reading(Exports.utf16(people));

    assertThat(reading.notes())
        .extracting(Bilingual::en)
        .anyMatch(note -> note.contains("missing"));
    assertThat(reading.sightings())
        .extracting(Sighting::evidence)
        .contains(
            Evidence.totalBetween(Place.ONLINE, at("10:28"), at("11:43"), 64),
            Evidence.stay(Place.ONLINE, at("10:40"), at("11:40")));
  }

  @Test
  void readsWhoeverIsOnlyInTheSectionOfParticipantsFromThere() {
    Reading reading =
        Samples.reading(
            Exports.utf16(Exports.TEAMS.replaceFirst("(?s)(3\\. In.*?)Ana Cal[^\n]*\n", "$1")));

    assertThat(reading.sightings()).extracting(Sighting::name).contains("Ana Cal (Unverified)");
    assertThat(reading.notes()).extracting(Bilingual::en).anyMatch(note -> note.startsWith("1 of"));
  }

  @Test
  void notesThatTheSummarySpeaksOfMorePeople() {
    assertThat(
            Samples.reading(
                    Exports.utf16(Exports.TEAMS.replace("participants\t4", "participants\t9")))
                .notes())
        .extracting(Bilingual::en)
        .anyMatch(note -> note.contains("speaks of 9"));
  }

  @Test
  void takesTimesThatAPrivacyPolicyHidesAsUnknown() {
    Reading reading = joins("Ana Cal\t\t\t\t\tAttendee\nBen Tzul\n");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.sightings())
        .extracting(Sighting::evidence)
        .containsOnly(Evidence.openStay(Place.ONLINE, null, null));
  }

  @Test
  void countsAMissingLeaveUpToTheEndOfTheMeeting() {
    Reading reading =
        Samples.reading(
            Exports.utf16(
                "1. Summary\nEnd time\t2/13/20, 11:50:00 AM\n3. In-Meeting Activities\n"
                    + JOINS_HEADER
                    + "Ana Cal\t2/13/20, 10:40:00 AM\t\t\t\tAttendee\n"));

    assertThat(reading.sightings().get(0).evidence())
        .isEqualTo(Evidence.stillThere(Place.ONLINE, at("10:40"), at("11:50")));
  }

  @Test
  void takesTheReadingOfADateThatGivesTheSessionsDay() {
    Samples.Session april = Samples.session("2020-04-03T16:30:00Z");
    String dayFirst = "Ana Cal\t03/04/2020 10:30\t03/04/2020 11:30\t1h\t\tAttendee\n";
    String monthFirst = "Ana Cal\t04/03/2020 10:30\t04/03/2020 11:30\t1h\t\tAttendee\n";

    for (String row : List.of(dayFirst, monthFirst)) {
      assertThat(april.reading(section(row)).sightings())
          .singleElement()
          .matches(each -> Instant.parse("2020-04-03T16:30:00Z").equals(each.evidence().from()));
    }
  }

  @Test
  void refusesDatesThatFitTheSessionEitherWayAndSaysWhy() {
    Reading reading =
        Samples.session("2020-04-03T16:30:00Z")
            .reading(
                section(
                    """
        Ana Cal\t03/04/2020 10:30\t03/04/2020 11:30\t1h\t\tAttendee
        Ben Tzul\t04/03/2020 10:30\t04/03/2020 11:30\t1h\t\tAttendee
        """));

    assertThat(reading.sightings()).isEmpty();
    assertThat(reading.problems())
        .hasSize(2)
        .allMatch(problem -> problem.column().equals("Join Time"))
        .allMatch(problem -> problem.expected().contains("what is the day and what the month"));
  }

  @Test
  void letsAnotherRowOfTheFileSayWhatIsTheDay() {
    assertThat(
            Samples.session("2020-04-03T16:30:00Z")
                .reading(
                    section(
                        """
        Ana Cal\t03/04/2020 10:30\t03/04/2020 11:30\t1h\t\tAttendee
        Ben Tzul\t04/03/2020 10:30\t04/03/2020 11:30\t1h\t\tAttendee
        Ben Tzul\t13/03/2020 10:30\t13/03/2020 11:30\t1h\t\tAttendee
        """))
                .otherSessions())
        .isEqualTo(2);
  }

  @Test
  void notesARoleThatItDoesNotKnow() {
    assertThat(joins("Ana Cal\t2/13/20, 10:40:00 AM\t\t1h\t\tWizard\n").notes())
        .extracting(Bilingual::en)
        .anyMatch(note -> note.contains("“Wizard”"));
  }

  @Test
  void namesWhatIsMissingInALanguageThatItDoesNotKnow() {
    byte[] french = Exports.utf16(Exports.TEAMS_FRENCH);

    assertThat(Samples.read(french, null)).isEmpty();
    assertThat(Samples.seen(french, null))
        .startsWith("1. Résumé")
        .contains("looks like microsoft-teams")
        .contains("cocreation.attendance.vocabulary");
  }

  @Test
  void pairsComingsAndGoingsOfTheOlderList() {
    Reading reading = Samples.reading(Exports.utf16(Exports.TEAMS_LIST));

    assertThat(reading.format()).isEqualTo("microsoft-teams-list");
    assertThat(reading.rows()).isEqualTo(4);
    assertThat(reading.sightings())
        .extracting(Sighting::evidence)
        .containsExactly(
            Evidence.stillThere(Place.ONLINE, at("10:20:11"), at("11:43")),
            Evidence.stay(Place.ONLINE, at("10:28"), at("10:50")),
            Evidence.stay(Place.ONLINE, at("11:01"), at("11:43")),
            Evidence.stillThere(Place.ONLINE, at("10:29"), at("11:43")));
  }

  @Test
  void readsTheOlderListWithoutItsHeaderAndInSpanish() {
    String body = Exports.TEAMS_LIST.substring(Exports.TEAMS_LIST.indexOf('\n') + 1);
    assertThat(Samples.reading(Exports.utf16(body)).sightings())
        .extracting(Sighting::evidence)
        .isEqualTo(
            Samples.reading(Exports.utf16(Exports.TEAMS_LIST)).sightings().stream()
                .map(Sighting::evidence)
                .toList());
    String spanish =
        body.replace("Joined before", "Se unió antes")
            .replace("Joined", "Se unió")
            .replace("Left", "Salió");
    assertThat(Samples.reading(Exports.utf8(spanish)).sightings()).hasSize(4);
  }

  @Test
  void knowsNoEndOfAComingThatIsFollowedByAnother() {
    Reading reading =
        Samples.reading(
            Exports.utf8(
                """
        Ana Cal\tJoined\t2/13/2020, 10:30:00 AM
        Ana Cal\tJoined\t2/13/2020, 11:00:00 AM
        Ana Cal\tLeft\t2/13/2020, 11:20:00 AM
        Ben Tzul\tLeft\t2/13/2020, 11:30:00 AM
        Ana Cal\tJoined\t2/13/2020, 11:25:00 AM
        Ana Cal\tRaised hand\t2/13/2020, 11:26:00 AM
        """));

    assertThat(reading.sightings())
        .extracting(Sighting::evidence)
        .containsExactly(
            Evidence.openStay(Place.ONLINE, at("10:30"), null),
            Evidence.stay(Place.ONLINE, at("11:00"), at("11:20")),
            Evidence.stillThere(Place.ONLINE, at("11:25"), at("11:30")),
            Evidence.openStay(Place.ONLINE, null, at("11:30")));
    assertThat(reading.setAside()).containsExactly(new SetAside(6, SetAside.Reason.OTHER_ACTION));
  }

  @Test
  void namesRowAndColumnOfWhatItCannotRead() {
    assertThat(joins("Ana Cal\tyesterday\t2/13/20, 11:40:00 AM\t1h\t\tAttendee\n").problems())
        .extracting(RowProblem::row, RowProblem::column)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "Join Time"));
  }

  private static Reading joins(String rows) {
    return Samples.reading(Exports.utf16(new String(section(rows), StandardCharsets.UTF_8)));
  }

  private static byte[] section(String rows) {
    return Exports.utf8("3. In-Meeting Activities\n" + JOINS_HEADER + rows);
  }
}
