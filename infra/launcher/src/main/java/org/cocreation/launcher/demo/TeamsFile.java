package org.cocreation.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.StringJoiner;
import org.cocreation.launcher.demo.Person.Stay;

/**
 * The attendance report of a Microsoft Teams meeting as a colleague with a Spanish program exports
 * it: UTF-16 with a byte order mark, tabs, a summary, a table of participants and one of their
 * joins. The organisers' staff is in it as organisers.
 */
final class TeamsFile {

  /** Known to nobody: a telephone that somebody dialled in with. */
  static final String TELEPHONE = "+501 622 0147";

  private static final String ORGANISER = "Organizador";
  private static final String GUEST = "Asistente";

  private final StringBuilder people = new StringBuilder();
  private final StringBuilder joins = new StringBuilder();
  private int count;

  private TeamsFile() {}

  /** The second session's report. */
  static byte[] of(List<Person> roster) {
    TeamsFile file = new TeamsFile();
    file.add(
        "Support Desk",
        "support@organisers.example",
        ORGANISER,
        List.of(new Stay("10:05", "12:06")));
    file.add(
        "Virginia Ruano",
        "v.ruano@organisers.example",
        ORGANISER,
        List.of(new Stay("10:11", "12:03")));
    file.add(TELEPHONE, "", GUEST, List.of(new Stay("10:33", "10:58")));
    for (Person person : roster) {
      Person.Visit visit = person.visit(Cast.SECOND);
      if (visit.online()) {
        String as = person.number() % 6 == 5 ? visit.as() + " (External)" : visit.as();
        file.add(as, visit.withEmail() ? person.email() : "", GUEST, visit.stays());
      }
    }
    return file.bytes();
  }

  private void add(String as, String email, String role, List<Stay> stays) {
    count++;
    Stay first = stays.get(0);
    Stay last = stays.get(stays.size() - 1);
    long inside = stays.stream().mapToLong(TeamsFile::seconds).sum();
    line(people, as, at(first.from()), at(last.to()), duration(inside), email, email, role);
    for (Stay stay : stays) {
      line(joins, as, at(stay.from()), at(stay.to()), duration(seconds(stay)), email, role);
    }
  }

  private byte[] bytes() {
    StringBuilder file = new StringBuilder();
    line(file, "1. Resumen");
    line(file, "Título de la reunión", "Belize 2020: Seminario 2");
    line(file, "Participantes que asistieron", Integer.toString(count));
    line(file, "Hora de inicio", at("10:05"));
    line(file, "Hora de finalización", at("12:06"));
    line(file, "Duración de la reunión", duration(Duration.ofMinutes(121).toSeconds()));
    line(file, "");
    line(file, "2. Participantes");
    line(
        file,
        "Nombre",
        "Primera entrada",
        "Última salida",
        "Duración en la reunión",
        "Correo electrónico",
        "Id. de participante (UPN)",
        "Rol");
    file.append(people);
    line(file, "");
    line(file, "3. Actividades en la reunión");
    line(
        file,
        "Nombre",
        "Hora de entrada",
        "Hora de salida",
        "Duración",
        "Correo electrónico",
        "Rol");
    file.append(joins);
    return ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16LE);
  }

  private static void line(StringBuilder file, String... cells) {
    StringJoiner line = new StringJoiner("\t", "", "\r\n");
    for (String cell : cells) {
      line.add(cell);
    }
    file.append(line);
  }

  /** With the narrow space that these reports have before the half of the day. */
  private static String at(String time) {
    LocalTime clock = LocalTime.parse(time);
    int hour = clock.getHour() % 12 == 0 ? 12 : clock.getHour() % 12;
    return "20/2/20, %d:%02d:09\u202F%s"
        .formatted(hour, clock.getMinute(), clock.getHour() < 12 ? "a.\u00A0m." : "p.\u00A0m.");
  }

  private static long seconds(Stay stay) {
    return Duration.between(LocalTime.parse(stay.from()), LocalTime.parse(stay.to())).toSeconds();
  }

  private static String duration(long seconds) {
    return seconds >= 3600
        ? "%d h %d m %d s".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
        : "%d m %d s".formatted(seconds / 60, seconds % 60);
  }
}
