package org.cocreation.launcher.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.cocreation.launcher.demo.Person.Stay;

/**
 * The files that a coordinator gets: what the web conference exports, and the sign-in sheets typed
 * up.
 */
final class Feeds {

  private static final DateTimeFormatter TWELVE_HOURS =
      DateTimeFormatter.ofPattern("hh:mm:ss a", Locale.ROOT);

  private Feeds() {}

  /** The web conference's list of the first session: one row for each time that somebody joined. */
  static byte[] joins(List<Person> people) {
    StringBuilder file = new StringBuilder("\uFEFF");
    file.append(
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent\n");
    staff(file, "02/13/2020");
    row(file, "iPhone", "", "02/13/2020", new Stay("10:31", "10:44"));
    for (Person person : people) {
      rows(file, person, Cast.FIRST, "02/13/2020");
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The same of the second session, with the preamble and the newer spelling of the header. */
  static byte[] joinsWithPreamble(List<Person> people) {
    StringBuilder file = new StringBuilder();
    file.append(
        "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,\n");
    file.append(
        "912 3456 7890,Belize 2020: Webinar 2,02/20/2020 10:05:00 AM,02/20/2020 12:06:00 PM,support@organisers.example,121,58,\n\n");
    file.append("Name (original name),User Email,Join time,Leave time,Duration (minutes),Guest\n");
    staff(file, "02/20/2020");
    for (Person person : people) {
      rows(file, person, Cast.SECOND, "02/20/2020");
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The third session as totals for each user, without times. */
  static byte[] totals(List<Person> people) {
    StringBuilder file =
        new StringBuilder("Name (Original Name),User Email,Total Duration (Minutes),Guest\n");
    for (Person person : people) {
      Person.Visit visit = person.visit(Cast.THIRD);
      if (visit.online()) {
        long minutes = visit.stays().stream().mapToLong(stay -> minutes(stay)).sum();
        file.append(cell(visit.as()))
            .append(',')
            .append(visit.withEmail() ? person.email() : "")
            .append(',')
            .append(minutes)
            .append(",Yes\n");
      }
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The sheet at the door, typed up with an English header. */
  static byte[] sheet(List<Person> people, String session) {
    return sheet(people, session, "Name;E-mail;Institution;Signature", StandardCharsets.UTF_8);
  }

  /** The same typed up in Spanish on an older machine. */
  static byte[] spanishSheet(List<Person> people, String session) {
    return sheet(
        people, session, "Nombre;Correo;Institución;Firma", Charset.forName("windows-1252"));
  }

  /** The same with columns of the door's own, to be named when it is imported. */
  static byte[] ownSheet(List<Person> people, String session) {
    return sheet(people, session, "Participant;Mail;From;Here", StandardCharsets.UTF_8);
  }

  private static byte[] sheet(List<Person> people, String session, String header, Charset charset) {
    StringBuilder file = new StringBuilder(header).append("\r\n");
    for (Person person : people) {
      if (person.visit(session).venue()) {
        file.append(person.name())
            .append(';')
            .append(person.number() % 5 == 0 ? "" : person.email())
            .append(';')
            .append(person.organisation())
            .append(";x\r\n");
      }
    }
    return file.toString().getBytes(charset);
  }

  private static void staff(StringBuilder file, String date) {
    row(file, "Support Desk", "support@organisers.example", date, new Stay("10:05", "12:06"));
  }

  private static void rows(StringBuilder file, Person person, String session, String date) {
    Person.Visit visit = person.visit(session);
    if (!visit.online()) {
      return;
    }
    String email = visit.withEmail() ? person.email() : "";
    if (person.number() == Cast.MISTYPED && session.equals(Cast.FIRST)) {
      // Two letters of the domain swapped, as people do.
      email = email.replace("ministry", "minitsry");
    }
    for (Stay stay : visit.stays()) {
      row(file, visit.as(), email, date, stay);
    }
  }

  private static void row(StringBuilder file, String as, String email, String date, Stay stay) {
    file.append(cell(as))
        .append(',')
        .append(email)
        .append(',')
        .append(date)
        .append(' ')
        .append(LocalTime.parse(stay.from()).format(TWELVE_HOURS))
        .append(',')
        .append(date)
        .append(' ')
        .append(LocalTime.parse(stay.to()).format(TWELVE_HOURS))
        .append(',')
        .append(minutes(stay))
        .append(",Yes\n");
  }

  private static long minutes(Stay stay) {
    return Duration.between(LocalTime.parse(stay.from()), LocalTime.parse(stay.to())).toMinutes();
  }

  private static String cell(String text) {
    return text.contains(",") ? "\"" + text + "\"" : text;
  }
}
