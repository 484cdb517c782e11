package org.cocreation.registration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.cocreation.defaults.ProblemException;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.programme.Room;
import org.cocreation.registration.domain.programme.Session;
import org.cocreation.registration.domain.programme.SessionStatus;
import org.cocreation.registration.domain.programme.Translated;
import org.cocreation.registration.domain.programme.Venue;
import org.cocreation.registration.domain.registration.Language;
import org.cocreation.registration.domain.registration.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallPartsTest {
  private static final Instant NOW = Instant.parse("2020-01-20T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void aCellThatASpreadsheetWouldRunIsPrefixed(String cell) {
    assertThat(RegistrationCsv.harmless(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ana Cal", "1-1", "a=b"})
  void anyOtherCellStaysAsItIs(String cell) {
    assertThat(RegistrationCsv.harmless(cell)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource({"'\"3\"', 3", "3, 3"})
  void readsARevisionFromAnEntityTag(String header, int revision) {
    assertThat(Revisions.read(header)).isEqualTo(revision);
  }

  @Test
  void noRevisionOrAnyRevisionIsWhateverItIsNow() {
    assertThat(Revisions.read(null)).isNull();
    assertThat(Revisions.read("*")).isNull();
    assertThatThrownBy(() -> Revisions.read("\"x\"")).isInstanceOf(ProblemException.class);
  }

  @Test
  void aCalendarIsInTheLanguageOfThePersonAndFoldsLongLines() {
    Session session =
        new Session(
            new SessionId("webinar-2"),
            2,
            new Translated(
                "Plans; principles",
                "Elaboración de planes de acción nacionales; principios y más, con ñandúes"),
            Instant.parse("2020-02-20T16:30:00Z"),
            90,
            SessionStatus.PLANNED,
            new Venue("BTEC", "Belize City", 40),
            new Room("https://rooms.example/2"),
            List.of(),
            List.of(),
            List.of());

    String online = calendar(session, Mode.ONLINE, Language.ES);
    String venue = calendar(session, Mode.VENUE, Language.EN);

    assertThat(online.lines().map(line -> line.getBytes(StandardCharsets.UTF_8).length))
        .allMatch(size -> size <= 75);
    assertThat(online.replace("\r\n ", ""))
        .contains(
            "SUMMARY:Elaboración de planes de acción nacionales\\; principios y más\\, con ñandúes\r\n")
        .contains("URL:https://portal.example/me/t/join/")
        .doesNotContain("rooms.example");
    assertThat(venue)
        .contains(
            "SUMMARY:Plans\\; principles\r\n",
            "LOCATION:BTEC\\, Belize City\r\n",
            "DTEND:20200220T180000Z\r\n")
        .doesNotContain("rooms.example");
  }

  private static String calendar(Session session, Mode mode, Language language) {
    return CalendarText.of(
        "belize-2020",
        List.of(new PersonalPage.Appointment(session, mode)),
        id -> "https://portal.example/me/t/join/" + id,
        language,
        NOW);
  }
}
