package org.cocreation.notification.messaging.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.cocreation.notification.domain.Language;
import org.cocreation.notification.domain.Programme;
import org.cocreation.notification.domain.Session;

/**
 * Times as people read them, in the programme's zone and with its name. The names of days and
 * months are written here because those of a JDK change from one release to the next.
 */
final class Times {

  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> DIAS =
      List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo");
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> MESES =
      List.of(
          "enero",
          "febrero",
          "marzo",
          "abril",
          "mayo",
          "junio",
          "julio",
          "agosto",
          "septiembre",
          "octubre",
          "noviembre",
          "diciembre");

  private Times() {}

  /** {@code Thursday 13 February 2020, 10:30–12:00 (Belize time)}. */
  static String span(Session session, Programme programme, Language language) {
    ZonedDateTime end = session.endsAt().atZone(programme.zone());
    return dayAndTime(session.startsAt(), programme.zone(), language)
        + "–"
        + time(end)
        + zone(programme.zone(), language);
  }

  /** {@code Thursday 13 February 2020, 10:30 (Belize time)}. */
  static String moment(Instant at, Programme programme, Language language) {
    return dayAndTime(at, programme.zone(), language) + zone(programme.zone(), language);
  }

  /** {@code 13 Feb, 10:30}, for a subject line. */
  static String brief(Instant at, Programme programme, Language language) {
    ZonedDateTime local = at.atZone(programme.zone());
    String month = months(language).get(local.getMonthValue() - 1).substring(0, 3);
    return local.getDayOfMonth() + " " + month + ", " + time(local);
  }

  private static String dayAndTime(Instant at, ZoneId zone, Language language) {
    ZonedDateTime local = at.atZone(zone);
    String day = (language == Language.ES ? DIAS : DAYS).get(local.getDayOfWeek().getValue() - 1);
    String month = months(language).get(local.getMonthValue() - 1);
    return language == Language.ES
        ? "%s %d de %s de %d, %s"
            .formatted(day, local.getDayOfMonth(), month, local.getYear(), time(local))
        : "%s %d %s %d, %s"
            .formatted(day, local.getDayOfMonth(), month, local.getYear(), time(local));
  }

  private static List<String> months(Language language) {
    return language == Language.ES ? MESES : MONTHS;
  }

  private static String time(ZonedDateTime local) {
    return "%02d:%02d".formatted(local.getHour(), local.getMinute());
  }

  private static String zone(ZoneId zone, Language language) {
    String id = zone.getId();
    String place = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    return language == Language.ES ? " (hora de " + place + ")" : " (" + place + " time)";
  }
}
