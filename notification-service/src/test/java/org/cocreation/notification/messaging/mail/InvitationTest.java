package org.cocreation.notification.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.cocreation.notification.domain.Choice.Mode;
import org.cocreation.notification.domain.Language;
import org.cocreation.notification.domain.Programme;
import org.cocreation.notification.domain.Session;
import org.cocreation.notification.domain.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTest {

  private static final String JOIN = "https://cocreation.example/me/t/join/webinar-2";

  private static Invitation invitation(Mode mode, Instant at, boolean withdrawn) {
    return new Invitation(
        Letters.webinar(2), Letters.programme(), "r-1", mode, JOIN, Language.ES, at, withdrawn);
  }

  private static VEvent event(Invitation invitation) throws Exception {
    Calendar calendar =
        new CalendarBuilder().build(new StringReader(invitation.text("team@cocreation.example")));
    calendar.validate();
    return (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
  }

  private static String value(VEvent event, String property) {
    return event.getProperty(property).orElseThrow().getValue();
  }

  @Test
  void isACalendarThatOthersRead() throws Exception {
    VEvent event = event(invitation(Mode.VENUE, Letters.AT, false));
    assertThat(value(event, "SUMMARY"))
        .isEqualTo("Elaboración de planes de acción nacionales; principios y casos del mundo");
    assertThat(value(event, "LOCATION")).isEqualTo("BTEC, Belize City");
    assertThat(value(event, "DTSTART")).isEqualTo("20200220T103000");
    assertThat(value(event, "DTEND")).isEqualTo("20200220T120000");
    assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
  }

  @Test
  void leadsToTheRoomWhenOnline() throws Exception {
    VEvent event = event(invitation(Mode.ONLINE, Letters.AT, false));
    assertThat(value(event, "URL")).isEqualTo(JOIN);
    assertThat(value(event, "DESCRIPTION")).contains(JOIN);
  }

  @Test
  void aLaterOneReplacesOrRemovesTheSameEntry() throws Exception {
    VEvent first = event(invitation(Mode.VENUE, Letters.AT, false));
    VEvent second = event(invitation(Mode.VENUE, Letters.AT.plusSeconds(60), true));
    assertThat(value(second, "UID")).isEqualTo(value(first, "UID"));
    assertThat(Long.parseLong(value(second, "SEQUENCE")))
        .isGreaterThan(Long.parseLong(value(first, "SEQUENCE")));
    assertThat(value(second, "STATUS")).isEqualTo("CANCELLED");
    assertThat(invitation(Mode.VENUE, Letters.AT, true).method()).isEqualTo("CANCEL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Madrid", "America/New_York", "Asia/Kathmandu", "UTC", "America/Belize"})
  void startsAtTheSameMomentInAnyZone(String zone) throws Exception {
    Programme there =
        new Programme(
            "p",
            1,
            Letters.AT,
            new Words("P", null),
            zone,
            false,
            List.of(),
            null,
            List.of(Letters.webinar(1)));
    for (Instant start :
        List.of(
            Letters.START,
            Instant.parse("2020-07-13T16:30:00Z"),
            Instant.parse("2020-10-25T00:30:00Z"))) {
      Session session = new Session("s", 1, new Words("S", null), start, 90, false, null, null);
      Invitation invitation =
          new Invitation(session, there, "r", Mode.ONLINE, null, Language.EN, Letters.AT, false);
      VEvent event = event(invitation);
      var read = Objects.requireNonNull(event.<Temporal>getDateTimeStart()).getDate();
      assertThat(ZonedDateTime.from(read).toInstant()).isEqualTo(start);
    }
  }

  @Test
  void foldsLongLinesWithoutTearingLettersApart() {
    Session session =
        new Session(
            "s",
            1,
            new Words("ñ".repeat(300) + ", a; b\nc", null),
            Letters.START,
            90,
            false,
            null,
            null);
    String text =
        new Invitation(
                session,
                Letters.programme(),
                "r",
                Mode.ONLINE,
                null,
                Language.EN,
                Letters.AT,
                false)
            .text("a@example.org");
    for (String line : text.lines().toList()) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
    }
    assertThat(text.replace("\r\n ", "")).contains("ñ".repeat(300) + "\\, a\\; b\\nc");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
  }
}
