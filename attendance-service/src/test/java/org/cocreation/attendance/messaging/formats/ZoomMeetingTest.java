package org.cocreation.attendance.messaging.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cocreation.attendance.messaging.formats.Samples.at;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoomMeetingTest {

  private static final String HEADER =
      "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n";

  @Test
  void readsAnExportWithBomPreambleQuotesAndRejoins() {
    Reading reading = Samples.read("zoom-meeting-with-preamble.csv");

    assertThat(reading.format()).isEqualTo("zoom-meeting");
    assertThat(reading.rows()).isEqualTo(7);
    assertThat(reading.otherSessions()).isEqualTo(1);
    assertThat(reading.sightings()).hasSize(5);
    assertThat(reading.sightings().get(0))
        .isEqualTo(
            new Sighting(
                5,
                null,
                "Inés Pérez [BTEC]",
                "ines.perez@btec.example",
                null,
                Evidence.stay(Place.ONLINE, at("10:28"), at("10:50"))));
    assertThat(reading.sightings().get(2).name()).isEqualTo("Ben (Benjamin Tzul)");
    assertThat(reading.sightings().get(2).email()).isNull();
    assertThat(reading.sightings().get(4).name()).isEqualTo("Office \"Two\" desk");
    assertThat(reading.sightings().get(4).evidence().ofUnknownLength()).isTrue();
  }

  @Test
  void namesRowColumnAndExpectationOfWhatItCannotRead() {
    assertThat(Samples.read("zoom-meeting-with-preamble.csv").problems())
        .containsExactly(
            new RowProblem(
                10,
                "Join Time",
                "a date and time such as 02/13/2020 10:28:00 AM",
                "Row 10: column “Join Time” should hold a date and time such as 02/13/2020 10:28:00 AM."));
  }

  @Test
  void readsTheNewerCasingNarrowSpacesAndTheWaitingRoom() {
    Reading reading = Samples.read("zoom-meeting-newer-casing.csv");

    assertThat(reading.sightings()).hasSize(1);
    assertThat(reading.sightings().get(0).evidence())
        .isEqualTo(Evidence.stay(Place.ONLINE, at("10:28"), at("11:43")));
    assertThat(reading.setAside()).containsExactly(new SetAside(3, SetAside.Reason.WAITING_ROOM));
    assertThat(reading.otherSessions()).isEqualTo(1);
  }

  @Test
  void readsTotalsOfTheUniqueUsersExport() {
    Reading reading = Samples.read("zoom-meeting-unique-users.csv");

    assertThat(reading.sightings())
        .extracting(Sighting::evidence)
        .containsExactly(Evidence.total(Place.ONLINE, 75), Evidence.total(Place.ONLINE, 12));
    assertThat(reading.problems())
        .singleElement()
        .matches(problem -> problem.column().equals("Total Duration (Minutes)"));
    assertThat(reading.notes()).hasSize(1);
  }

  @Test
  void readsTimesInTheProgrammesZone() {
    assertThat(at("10:28")).isEqualTo(Instant.parse("2020-02-13T16:28:00Z"));
  }

  @Test
  void makesAStayOfAJoinAndADuration() {
    assertThat(one("Ana Cal,,02/13/2020 10:30:00 AM,,60,No").sightings().get(0).evidence())
        .isEqualTo(Evidence.stay(Place.ONLINE, at("10:30"), at("11:30")));
    assertThat(one("Ana Cal,,,,60,No").sightings().get(0).evidence())
        .isEqualTo(Evidence.total(Place.ONLINE, 60));
    assertThat(one("Ana Cal,,,,,No").sightings().get(0).evidence().ofUnknownLength()).isTrue();
  }

  @Test
  void reportsALeaveBeforeTheJoinAndARowWithoutAnybody() {
    assertThat(one("Ana Cal,,02/13/2020 11:30:00 AM,02/13/2020 10:30:00 AM,60,No").problems())
        .singleElement()
        .matches(problem -> problem.column().equals("Leave Time"));
    assertThat(one(",,02/13/2020 10:30:00 AM,02/13/2020 11:30:00 AM,60,No").problems())
        .singleElement()
        .matches(problem -> problem.expected().startsWith("a name"));
  }

  @Test
  void readsShortRowsAsFarAsTheyGo() {
    assertThat(one("Ana Cal,ana@growers.example").sightings()).hasSize(1);
  }

  @Test
  void notesThatAllRowsBelongToAnotherSession() {
    Reading reading = one("Ana Cal,,02/20/2020 10:30:00 AM,02/20/2020 11:30:00 AM,60,No");

    assertThat(reading.sightings()).isEmpty();
    assertThat(reading.notes())
        .singleElement()
        .matches(note -> note.en().contains("another session"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Name (Original Name),User Email,Join Time,Duration (Minutes),Guest",
        "Name,User Email,Join Time,Leave Time,Duration (Minutes),Guest",
        "Name (Original Name),Email,Join Time,Leave Time,Duration (Minutes),Guest",
        "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,",
        ""
      })
  void leavesAHeaderOfAnotherShapeAlone(String header) {
    assertThat(
            Samples.read(
                (header + "\nAna Cal,a@b.example,,,,\n").getBytes(StandardCharsets.UTF_8), null))
        .isEmpty();
  }

  @Test
  void leavesOtherFormatsAlone() {
    assertThat(Samples.read(Samples.bytes("contact-list.csv"), null)).isEmpty();
    assertThat(Samples.read("PK\u0003\u0004 spreadsheet".getBytes(StandardCharsets.UTF_8), null))
        .isEmpty();
  }

  @Test
  void keepsToItsLimits() {
    Limits few = new Limits(2, 200);
    String row = "Ana Cal,,02/13/2020 10:30:00 AM,02/13/2020 11:30:00 AM,60,No\n";

    assertThatThrownBy(() -> read(few, HEADER + row.repeat(3)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("more than 2 rows");
    assertThatThrownBy(() -> read(few, HEADER + "A".repeat(201)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("Line 2 is longer than 200");
    assertThat(read(few, HEADER + row.repeat(2)).rows()).isEqualTo(2);
  }

  private static Reading one(String row) {
    return read(new Limits(10, 1000), HEADER + row + "\n");
  }

  private static Reading read(Limits limits, String file) {
    return KnownFormats.within(limits)
        .read(
            Upload.of(
                new Contents(file.getBytes(StandardCharsets.UTF_8)),
                null,
                Frame.of(Samples.WEBINAR)))
        .orElseThrow();
  }
}
