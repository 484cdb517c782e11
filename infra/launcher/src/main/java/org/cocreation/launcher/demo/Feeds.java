package org.cocreation.launcher.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.cocreation.launcher.demo.Person.Stay;

/**
 * The files of the first session's web conference, a Zoom meeting, and of the doors: the sign-in
 * sheets typed up.
 */
final class Feeds {

  private static final DateTimeFormatter TWELVE_HOURS =
      DateTimeFormatter.ofPattern("hh:mm:ss a", Locale.ROOT);

  private Feeds() {}

  /** The meeting's list of the first session: one row for each time that somebody joined. */
  static byte[] zoom(List<Person> people) {
    StringBuilder file = new StringBuilder("\uFEFF");
    file.append(
        "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,\n");
    file.append(
        "912 3456 7890,Belize 2020: Webinar 1,02/13/2020 10:05:00 AM,02/13/2020 12:06:00 PM,support@organisers.example,121,58,\n\n");
    file.append(
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent\n");
    row(file, "Support Desk", "support@organisers.example", new Stay("10:05", "12:06"));
    row(file, "iPhone", "", new Stay("10:31", "10:44"));
    for (Person person : people) {
      Person.Visit visit = person.visit(Cast.FIRST);
      if (visit.online()) {
        for (Stay stay : visit.stays()) {
          row(file, visit.as(), email(person, visit), stay);
        }
      }
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String email(Person person, Person.Visit visit) {
    String email = visit.withEmail() ? person.email() : "";
    // Two letters of the domain swapped, as people do.
    return person.number() == Cast.MISTYPED ? email.replace("ministry", "minitsry") : email;
  }

  private static void row(StringBuilder file, String as, String email, Stay stay) {
    file.append(as.contains(",") ? "\"" + as + "\"" : as)
        .append(',')
        .append(email)
        .append(",02/13/2020 ")
        .append(LocalTime.parse(stay.from()).format(TWELVE_HOURS))
        .append(",02/13/2020 ")
        .append(LocalTime.parse(stay.to()).format(TWELVE_HOURS))
        .append(',')
        .append(
            Duration.between(LocalTime.parse(stay.from()), LocalTime.parse(stay.to())).toMinutes())
        .append(",Yes,\n");
  }

  /** The first page from the door of the first session, with columns to be named at the import. */
  static byte[] firstPage(List<Person> people) {
    return sheet(
        people,
        Cast.FIRST,
        person -> !Cast.ON_THE_SECOND_PAGE.contains(person.number()),
        "Participant;Mail;From;Here",
        "",
        StandardCharsets.UTF_8);
  }

  /** The second page, which was under the coffee. */
  static byte[] secondPage(List<Person> people) {
    return sheet(
        people,
        Cast.FIRST,
        person -> Cast.ON_THE_SECOND_PAGE.contains(person.number()),
        "Name;E-mail;Institution;Signature",
        "",
        StandardCharsets.UTF_8);
  }

  /** The third session's sheet, typed up in Spanish on an older machine. */
  static byte[] spanishSheet(List<Person> people) {
    return sheet(
        people,
        Cast.THIRD,
        person -> true,
        "Nombre;Correo;Institución;Firma;Fecha",
        ";27/02/2020",
        Charset.forName("windows-1252"));
  }

  private static byte[] sheet(
      List<Person> people,
      String session,
      Predicate<Person> on,
      String header,
      String more,
      Charset charset) {
    StringBuilder file = new StringBuilder(header).append("\r\n");
    people.stream()
        .filter(person -> person.visit(session).venue())
        .filter(on)
        .forEach(
            person ->
                file.append(person.name())
                    .append(';')
                    .append(person.number() % 5 == 0 ? "" : person.email())
                    .append(';')
                    .append(person.organisation())
                    .append(";x")
                    .append(more)
                    .append("\r\n"));
    return file.toString().getBytes(charset);
  }
}
