package org.cocreation.registration.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cocreation.registration.domain.programme.Room;
import org.cocreation.registration.domain.programme.Session;
import org.cocreation.registration.domain.programme.Venue;
import org.cocreation.registration.domain.registration.Language;
import org.cocreation.registration.domain.registration.Mode;

/** Writes a person's sessions as iCalendar (RFC 5545): times in UTC, lines of 75 octets at most. */
final class CalendarText {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LINE_OCTETS = 75;

  private final StringBuilder text = new StringBuilder();

  private CalendarText() {}

  /**
   * @param scope tells sessions of the same id in different programmes apart
   * @param joinLink the person's link to the room of a session, by its id
   */
  static String of(
      String scope,
      List<PersonalPage.Appointment> appointments,
      UnaryOperator<String> joinLink,
      Language language,
      Instant now) {
    CalendarText calendar = new CalendarText();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Co-creation Platform//Registration//EN");
    appointments.forEach(
        appointment -> calendar.event(scope, appointment, joinLink, language, now));
    calendar.line("END:VCALENDAR");
    return calendar.text.toString();
  }

  private void event(
      String scope,
      PersonalPage.Appointment appointment,
      UnaryOperator<String> joinLink,
      Language language,
      Instant now) {
    Session session = appointment.session();
    Venue venue = session.venue();
    Room room = session.room();
    String spanish = session.title().es();
    line("BEGIN:VEVENT");
    line("UID:" + scope + "." + session.sessionId() + "@cocreation");
    line("DTSTAMP:" + UTC.format(now));
    line("DTSTART:" + UTC.format(session.startsAt()));
    line("DTEND:" + UTC.format(session.endsAt()));
    line(
        "SUMMARY:"
            + escaped(language == Language.ES && spanish != null ? spanish : session.title().en()));
    if (appointment.mode() == Mode.VENUE && venue != null) {
      line("LOCATION:" + escaped(venue.name() + ", " + venue.place()));
    }
    if (appointment.mode() == Mode.ONLINE && room != null) {
      String url = joinLink.apply(session.sessionId().value());
      line("LOCATION:" + escaped(url));
      line("URL:" + url);
    }
    line("END:VEVENT");
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  private void line(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      String one = Character.toString(character);
      int size = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LINE_OCTETS) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(one);
      octets += size;
      i += one.length();
    }
    text.append("\r\n");
  }
}
