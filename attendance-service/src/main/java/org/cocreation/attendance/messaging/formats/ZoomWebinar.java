package org.cocreation.attendance.messaging.formats;

import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_ATTENDED;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_ATTENDEES;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_DURATION;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_EMAIL;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_FAMILY;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_GENERATED;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_GIVEN;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_HOSTS;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_JOIN;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_LEAVE;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_NAME;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_ORGANISATION;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_OTHERS;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_PANELLISTS;
import static org.cocreation.attendance.messaging.formats.Term.WEBINAR_REPORT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Place;

/**
 * The attendee report of a Zoom webinar: sections, each with a title, a header and rows. Hosts and
 * panellists are staff; who registered and never came is set aside; re-joins are further rows. The
 * registration form may add columns, of which the organisation is read.
 */
final class ZoomWebinar extends TableFormat {

  private static final String EXAMPLE = "a date and time such as 02/13/2020 10:28:00 AM";
  private static final Term[] TITLES = {
    WEBINAR_REPORT, WEBINAR_HOSTS, WEBINAR_PANELLISTS, WEBINAR_ATTENDEES, WEBINAR_OTHERS
  };
  private static final List<Term> TERMS =
      List.of(
          WEBINAR_ATTENDED,
          WEBINAR_NAME,
          WEBINAR_GIVEN,
          WEBINAR_FAMILY,
          WEBINAR_EMAIL,
          WEBINAR_ORGANISATION,
          WEBINAR_JOIN,
          WEBINAR_LEAVE,
          WEBINAR_DURATION);
  private static final List<Term> ATTENDEE =
      List.of(WEBINAR_ATTENDED, WEBINAR_NAME, WEBINAR_EMAIL, WEBINAR_JOIN, WEBINAR_LEAVE);
  private static final List<Term> OTHER = List.of(WEBINAR_NAME, WEBINAR_JOIN, WEBINAR_LEAVE);

  ZoomWebinar(Limits limits, Vocabulary vocabulary) {
    super(limits, vocabulary);
  }

  @Override
  public String name() {
    return "zoom-webinar";
  }

  @Override
  Fit fit(Table head) {
    Fit header = fit(head.lines(), TERMS, ATTENDEE);
    boolean titled =
        head.lines().stream().anyMatch(line -> title(line).filter(this::ofPeople).isPresent());
    if (!header.fits()) {
      return titled ? header : Fit.NONE;
    }
    return titled
        ? Fit.YES
        : new Fit(
            false,
            ATTENDEE.stream().map(vocabulary::title).toList(),
            List.of(vocabulary.title(WEBINAR_ATTENDEES)));
  }

  @Override
  Reading read(Upload upload, Table table) {
    Reading.Collector found = new Reading.Collector(name(), upload.frame());
    List<Section> sections = sections(table);
    guardRows(sections.stream().mapToInt(section -> section.rows().size()).sum());
    List<String> times = new ArrayList<>();
    sections.forEach(
        each -> times.addAll(each.columns().all(each.rows(), WEBINAR_JOIN, WEBINAR_LEAVE)));
    Clocks clocks = Clocks.of(upload.frame(), vocabulary, Set.of(DateOrder.MDY), times);
    Stays stays = new Stays(Place.ONLINE, clocks, new Spans(vocabulary), EXAMPLE, found);
    for (Section section : sections) {
      List<Term> needed = section.title() == WEBINAR_ATTENDEES ? ATTENDEE : OTHER;
      if (!section.columns().hasAll(needed)) {
        section
            .columns()
            .lacking(needed)
            .forEach(
                title -> {
                  found.row();
                  found.problem(
                      section.columns().header().number(),
                      title,
                      "the name of a column, which this section lacks");
                });
        continue;
      }
      for (Table.Line row : section.rows()) {
        found.row();
        if (table.brokenOff(row, section.columns().header())) {
          Cells.brokenOff(row, section.columns().header(), found);
        } else {
          read(section, row, stays, found);
        }
      }
      section.columns().missed(List.of(WEBINAR_DURATION)).forEach(found::note);
    }
    found.openMeansInside(generated(upload, table).orElse(null));
    return found.reading();
  }

  private void read(Section section, Table.Line row, Stays stays, Reading.Collector found) {
    Columns columns = section.columns();
    String attended = columns.cell(row, WEBINAR_ATTENDED);
    if (columns.has(WEBINAR_ATTENDED)) {
      if (vocabulary.says(attended, Term.NO)) {
        found.setAside(row.number(), SetAside.Reason.NO_SHOW);
        return;
      }
      if (!vocabulary.says(attended, Term.YES)) {
        found.problem(row.number(), columns.title(WEBINAR_ATTENDED), "Yes or No");
        return;
      }
    }
    String name = columns.cell(row, WEBINAR_NAME);
    if (Cells.saysNothing(name)) {
      name = (columns.cell(row, WEBINAR_GIVEN) + " " + columns.cell(row, WEBINAR_FAMILY)).strip();
    }
    String who = name;
    String email = columns.cell(row, WEBINAR_EMAIL);
    if (Cells.saysNothing(who) && Cells.saysNothing(email)) {
      found.problem(row.number(), columns.title(WEBINAR_NAME), "a name, or an e-mail");
      return;
    }
    stays
        .connection(row, columns, WEBINAR_JOIN, WEBINAR_LEAVE, WEBINAR_DURATION)
        .ifPresent(
            evidence ->
                found.saw(
                    new Sighting(
                        row.number(),
                        null,
                        Cells.orNull(who),
                        Cells.orNull(email),
                        Cells.orNull(columns.cell(row, WEBINAR_ORGANISATION)),
                        section.staff(),
                        evidence)));
  }

  private List<Section> sections(Table table) {
    List<Section> sections = new ArrayList<>();
    List<Table.Line> lines = table.lines();
    int i = 0;
    while (i < lines.size()) {
      Optional<Term> title = title(lines.get(i)).filter(this::ofPeople);
      i++;
      if (title.isEmpty() || i >= lines.size()) {
        continue;
      }
      int end = i;
      while (end < lines.size() && title(lines.get(end)).isEmpty()) {
        end++;
      }
      if (end > i) {
        sections.add(
            new Section(
                title.get(),
                Columns.of(lines.get(i), vocabulary, TERMS),
                lines.subList(i + 1, end)));
      }
      i = end;
    }
    return sections;
  }

  /** The title of a section: a line whose only cell is one. */
  private Optional<Term> title(Table.Line line) {
    boolean alone = line.cells().stream().skip(1).allMatch(String::isEmpty);
    return alone ? vocabulary.which(line.cell(0), TITLES) : Optional.empty();
  }

  private boolean ofPeople(Term title) {
    return title != WEBINAR_REPORT;
  }

  private Optional<Instant> generated(Upload upload, Table table) {
    return table.lines().stream()
        .limit(HEAD)
        .filter(line -> vocabulary.says(line.cell(0), WEBINAR_GENERATED))
        .map(line -> line.cell(1))
        .flatMap(
            cell ->
                Clocks.of(upload.frame(), vocabulary, Set.of(DateOrder.MDY), List.of(cell))
                    .moment(cell)
                    .stream())
        .findFirst();
  }

  private record Section(Term title, Columns columns, List<Table.Line> rows) {

    boolean staff() {
      return title == WEBINAR_HOSTS || title == WEBINAR_PANELLISTS;
    }
  }
}
