package org.cocreation.attendance.messaging.formats;

import static org.cocreation.attendance.messaging.formats.Term.TEAMS_ACTIVITIES;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_ATTENDED;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_DURATION;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_EMAIL;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_END;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_FIRST_JOIN;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_IN_MEETING;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_JOIN;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_LAST_LEAVE;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_LEAVE;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_NAME;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_ORGANISER;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_OTHER_ROLE;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_PARTICIPANTS;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_ROLE;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_SUMMARY;
import static org.cocreation.attendance.messaging.formats.Term.TEAMS_UPN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;

/**
 * The attendance report of Microsoft Teams, in the exporter's language: a summary, a table of
 * participants, and a table of their joins, which is the one that is read. Somebody who is only in
 * the table of participants is read from there. Organisers are staff.
 */
final class TeamsReport extends TableFormat {

  private static final String EXAMPLE =
      "a date and time such as 2/13/20, 10:28:00 AM or 13.02.2020, 10:28:00";
  private static final Pattern NUMBERED = Pattern.compile("[0-9]\\s*[.)]\\s*(.*)");
  private static final List<Term> TERMS =
      List.of(
          TEAMS_NAME,
          TEAMS_FIRST_JOIN,
          TEAMS_LAST_LEAVE,
          TEAMS_IN_MEETING,
          TEAMS_JOIN,
          TEAMS_LEAVE,
          TEAMS_DURATION,
          TEAMS_EMAIL,
          TEAMS_UPN,
          TEAMS_ROLE);
  private static final List<Term> PEOPLE =
      List.of(TEAMS_NAME, TEAMS_FIRST_JOIN, TEAMS_LAST_LEAVE, TEAMS_IN_MEETING);
  private static final List<Term> JOINS =
      List.of(TEAMS_NAME, TEAMS_JOIN, TEAMS_LEAVE, TEAMS_DURATION);
  private static final List<Term> USUAL = List.of(TEAMS_EMAIL, TEAMS_ROLE);

  TeamsReport(Limits limits, Vocabulary vocabulary) {
    super(limits, vocabulary);
  }

  @Override
  public String name() {
    return "microsoft-teams";
  }

  @Override
  Fit fit(Table head) {
    Fit people = fit(head.lines(), TERMS, PEOPLE);
    Fit joins = fit(head.lines(), TERMS, JOINS);
    boolean titled = head.lines().stream().anyMatch(line -> title(line).isPresent());
    Fit better = joins.fits() || joins.found().size() > people.found().size() ? joins : people;
    if (people.fits() || joins.fits()) {
      boolean roles =
          head.lines().stream()
              .map(line -> Columns.of(line, vocabulary, TERMS))
              .anyMatch(columns -> columns.hasAll(List.of(TEAMS_NAME, TEAMS_ROLE)));
      return titled || roles
          ? Fit.YES
          : new Fit(false, better.found(), List.of(vocabulary.title(TEAMS_ROLE)));
    }
    if (better.near()) {
      return better;
    }
    List<String> numbered =
        head.lines().stream()
            .filter(TeamsReport::alone)
            .map(line -> line.cell(0))
            .filter(cell -> NUMBERED.matcher(cell).matches())
            .toList();
    return numbered.size() >= 2
        ? new Fit(
            false,
            numbered,
            List.of(
                "a header in a language of the attendance vocabulary (cocreation.attendance.vocabulary)"))
        : Fit.NONE;
  }

  @Override
  Reading read(Upload upload, Table table) {
    Reading.Collector found = new Reading.Collector(name(), upload.frame());
    Optional<Section> people = section(table, PEOPLE);
    Optional<Section> joins = section(table, JOINS);
    guardRows(rows(people) + rows(joins));
    Section telling = joins.or(() -> people).orElseThrow();
    List<String> times = new ArrayList<>();
    joins.ifPresent(each -> times.addAll(each.columns().all(each.rows(), TEAMS_JOIN, TEAMS_LEAVE)));
    people.ifPresent(
        each -> times.addAll(each.columns().all(each.rows(), TEAMS_FIRST_JOIN, TEAMS_LAST_LEAVE)));
    Optional<String> end = summary(table, TEAMS_END);
    end.ifPresent(times::add);
    Clocks clocks =
        Clocks.of(
            upload.frame(),
            vocabulary,
            vocabulary.orders(vocabulary.languages(telling.columns().headers())),
            times);
    Stays stays = new Stays(Place.ONLINE, clocks, new Spans(vocabulary), EXAMPLE, found);
    Set<String> seen = new HashSet<>();
    joins.ifPresent(
        section -> {
          for (Table.Line row : section.rows()) {
            seen.add(who(section.columns(), row));
            read(section, row, table, stays, true, found);
          }
        });
    int onlyListed = 0;
    for (Table.Line row : people.map(Section::rows).orElse(List.of())) {
      if (!seen.contains(who(people.get().columns(), row))) {
        onlyListed++;
        read(people.get(), row, table, stays, false, found);
      }
    }
    end.flatMap(clocks::moment).ifPresent(found::openMeansInside);
    note(telling, joins.isPresent(), people.isPresent(), onlyListed, found);
    summary(table, TEAMS_ATTENDED)
        .filter(count -> count.matches("[0-9]{1,6}"))
        .map(Integer::parseInt)
        .filter(count -> people.isPresent() && count > people.get().rows().size())
        .ifPresent(count -> found.note(fewer(count, people.get().rows().size())));
    return found.reading();
  }

  private void read(
      Section section,
      Table.Line row,
      Table table,
      Stays stays,
      boolean join,
      Reading.Collector found) {
    found.row();
    Columns columns = section.columns();
    if (table.brokenOff(row, columns.header())) {
      Cells.brokenOff(row, columns.header(), found);
      return;
    }
    String name = columns.cell(row, TEAMS_NAME);
    String email = columns.cell(row, TEAMS_EMAIL);
    if (Cells.saysNothing(name) && Cells.saysNothing(email)) {
      found.problem(row.number(), columns.title(TEAMS_NAME), "a name, or an e-mail");
      return;
    }
    String role = columns.cell(row, TEAMS_ROLE);
    Optional<Term> known = vocabulary.which(role, TEAMS_ORGANISER, TEAMS_OTHER_ROLE);
    if (known.isEmpty() && !Cells.saysNothing(role)) {
      found.note(unknownRole(role, row.number()));
    }
    Optional<Evidence> evidence =
        join
            ? stays.connection(row, columns, TEAMS_JOIN, TEAMS_LEAVE, TEAMS_DURATION)
            : stays.summary(row, columns, TEAMS_FIRST_JOIN, TEAMS_LAST_LEAVE, TEAMS_IN_MEETING);
    evidence.ifPresent(
        each ->
            found.saw(
                new Sighting(
                    row.number(),
                    null,
                    Cells.orNull(name),
                    Cells.orNull(email),
                    null,
                    known.filter(term -> term == TEAMS_ORGANISER).isPresent(),
                    each)));
  }

  private static void note(
      Section telling, boolean joins, boolean people, int onlyListed, Reading.Collector found) {
    telling.columns().missed(USUAL).forEach(found::note);
    if (!joins) {
      found.note(
          new Bilingual(
              "The section of in-meeting activities is missing or lacks a column; first coming, last leaving and the time in the meeting were read instead.",
              "Falta la sección de actividades en la reunión, o una de sus columnas; se leyeron la primera entrada, la última salida y el tiempo en la reunión."));
    } else if (!people) {
      found.note(
          new Bilingual(
              "The section of participants is missing or lacks a column; whether everybody is among the joins could not be checked.",
              "Falta la sección de participantes, o una de sus columnas; no se pudo comprobar si están todas las personas."));
    } else if (onlyListed > 0) {
      found.note(
          new Bilingual(
              onlyListed
                  + " of the participants are not among the in-meeting activities; they were read from the section of participants.",
              onlyListed
                  + " participantes no figuran en las actividades de la reunión; se leyeron de la sección de participantes."));
    }
  }

  private static Bilingual fewer(int said, int there) {
    return new Bilingual(
        "The summary speaks of "
            + said
            + " participants, but the file lists "
            + there
            + "; is it complete?",
        "El resumen habla de "
            + said
            + " participantes, pero el archivo trae "
            + there
            + "; ¿está completo?");
  }

  private static Bilingual unknownRole(String role, int row) {
    String shown = role.length() > 40 ? role.substring(0, 40) : role;
    return new Bilingual(
        "Row " + row + ": the role “" + shown + "” is not known; it was taken for a participant's.",
        "Fila " + row + ": la función «" + shown + "» no se conoce; se tomó como de participante.");
  }

  private static int rows(Optional<Section> section) {
    return section.map(each -> each.rows().size()).orElse(0);
  }

  private static String who(Columns columns, Table.Line row) {
    String name = columns.cell(row, TEAMS_NAME);
    return (name.isEmpty() ? columns.cell(row, TEAMS_EMAIL) : name).toLowerCase(Locale.ROOT);
  }

  /** The table whose header has all of these columns, up to the next title or the file's end. */
  private Optional<Section> section(Table table, List<Term> needed) {
    Columns columns = header(table.lines(), TERMS, needed);
    if (columns == null) {
      return Optional.empty();
    }
    int begin = table.lines().indexOf(columns.header()) + 1;
    int end = begin;
    while (end < table.lines().size() && title(table.lines().get(end)).isEmpty()) {
      end++;
    }
    return Optional.of(new Section(columns, table.lines().subList(begin, end)));
  }

  private Optional<String> summary(Table table, Term term) {
    return table.lines().stream()
        .limit(HEAD)
        .filter(line -> vocabulary.says(line.cell(0), term) && !line.cell(1).isEmpty())
        .map(line -> line.cell(1))
        .findFirst();
  }

  private Optional<Term> title(Table.Line line) {
    if (!alone(line)) {
      return Optional.empty();
    }
    java.util.regex.Matcher numbered = NUMBERED.matcher(line.cell(0));
    return vocabulary.which(
        numbered.matches() ? numbered.group(1) : line.cell(0),
        TEAMS_SUMMARY,
        TEAMS_PARTICIPANTS,
        TEAMS_ACTIVITIES);
  }

  private static boolean alone(Table.Line line) {
    return line.cells().stream().skip(1).allMatch(String::isEmpty);
  }

  private record Section(Columns columns, List<Table.Line> rows) {}
}
