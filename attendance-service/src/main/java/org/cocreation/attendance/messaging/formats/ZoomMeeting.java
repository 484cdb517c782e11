package org.cocreation.attendance.messaging.formats;

import static org.cocreation.attendance.messaging.formats.Term.ZOOM_DURATION;
import static org.cocreation.attendance.messaging.formats.Term.ZOOM_EMAIL;
import static org.cocreation.attendance.messaging.formats.Term.ZOOM_ENDED;
import static org.cocreation.attendance.messaging.formats.Term.ZOOM_JOIN;
import static org.cocreation.attendance.messaging.formats.Term.ZOOM_LEAVE;
import static org.cocreation.attendance.messaging.formats.Term.ZOOM_MEETING;
import static org.cocreation.attendance.messaging.formats.Term.ZOOM_NAME;
import static org.cocreation.attendance.messaging.formats.Term.ZOOM_OTHER;
import static org.cocreation.attendance.messaging.formats.Term.ZOOM_TOTAL;
import static org.cocreation.attendance.messaging.formats.Term.ZOOM_WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.feeds.Frame;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.jspecify.annotations.Nullable;

/**
 * The participants' report of a Zoom meeting: a row for each join, or a row for each user with a
 * total and no times. An optional preamble about the meeting may stand before the header. Times are
 * month/day/year on the account's clock, read in the programme's zone.
 */
final class ZoomMeeting extends TableFormat {

  private static final int LONGEST_MINUTES = 60 * 24;
  private static final String EXAMPLE = "a date and time such as 02/13/2020 10:28:00 AM";
  private static final List<Term> TERMS =
      List.of(
          ZOOM_NAME,
          ZOOM_EMAIL,
          ZOOM_JOIN,
          ZOOM_LEAVE,
          ZOOM_DURATION,
          ZOOM_TOTAL,
          ZOOM_WAITING,
          ZOOM_OTHER);
  private static final List<Term> JOINS = List.of(ZOOM_NAME, ZOOM_EMAIL, ZOOM_JOIN, ZOOM_LEAVE);
  private static final List<Term> USERS = List.of(ZOOM_NAME, ZOOM_EMAIL, ZOOM_TOTAL);

  ZoomMeeting(Limits limits, Vocabulary vocabulary) {
    super(limits, vocabulary);
  }

  @Override
  public String name() {
    return "zoom-meeting";
  }

  @Override
  Fit fit(Table head) {
    Fit joins = fit(head.lines(), TERMS, JOINS);
    Fit users = joins.fits() ? joins : fit(head.lines(), TERMS, USERS);
    return users.fits() || users.found().size() > joins.found().size() ? users : joins;
  }

  @Override
  Reading read(Upload upload, Table table) {
    Columns byJoin = header(table.lines(), TERMS, JOINS);
    boolean intervals = byJoin != null;
    Columns columns =
        Objects.requireNonNull(intervals ? byJoin : header(table.lines(), TERMS, USERS));
    List<Table.Line> rows = table.after(table.lines().indexOf(columns.header()));
    guardRows(rows.size());
    Reading.Collector found = new Reading.Collector(name(), upload.frame());
    Clocks clocks =
        Clocks.of(
            upload.frame(),
            vocabulary,
            Set.of(DateOrder.MDY),
            columns.all(rows, ZOOM_JOIN, ZOOM_LEAVE));
    Stays stays = new Stays(Place.ONLINE, clocks, new Spans(vocabulary), EXAMPLE, found);
    for (Table.Line row : rows) {
      found.row();
      boolean totalIsLast =
          columns.places().getOrDefault(ZOOM_TOTAL, -1) == columns.header().cells().size() - 1;
      if (table.brokenOff(row, columns.header()) || (totalIsLast && table.cutOff(row))) {
        Cells.brokenOff(row, columns.header(), found);
        continue;
      }
      read(row, columns, intervals, stays, found);
    }
    Instant ended = ended(upload.frame(), table);
    if (ended != null) {
      found.openMeansInside(ended);
    }
    note(columns, intervals, found);
    return found.reading();
  }

  private void read(
      Table.Line row, Columns columns, boolean intervals, Stays stays, Reading.Collector found) {
    String waited = columns.cell(row, ZOOM_WAITING);
    if (vocabulary.says(waited, Term.YES)) {
      found.setAside(row.number(), SetAside.Reason.WAITING_ROOM);
      return;
    }
    if (!Cells.saysNothing(waited) && !vocabulary.says(waited, Term.NO)) {
      found.problem(row.number(), columns.title(ZOOM_WAITING), "Yes or No");
      return;
    }
    String who = columns.cell(row, ZOOM_NAME);
    String email = columns.cell(row, ZOOM_EMAIL);
    if (Cells.saysNothing(who) && Cells.saysNothing(email)) {
      found.problem(
          row.number(), columns.title(ZOOM_NAME), "a name, or an e-mail in the next column");
      return;
    }
    Optional<Evidence> evidence =
        intervals
            ? stays.connection(row, columns, ZOOM_JOIN, ZOOM_LEAVE, ZOOM_DURATION)
            : total(columns, row, found);
    evidence.ifPresent(
        each ->
            found.saw(
                new Sighting(
                    row.number(), null, Cells.orNull(who), Cells.orNull(email), null, each)));
  }

  private static Optional<Evidence> total(
      Columns columns, Table.Line row, Reading.Collector found) {
    String cell = columns.cell(row, ZOOM_TOTAL);
    if (cell.matches("[0-9]{1,4}") && Integer.parseInt(cell) <= LONGEST_MINUTES) {
      return Optional.of(Evidence.total(Place.ONLINE, Integer.parseInt(cell)));
    }
    found.problem(
        row.number(), columns.title(ZOOM_TOTAL), "whole minutes, from 0 to " + LONGEST_MINUTES);
    return Optional.empty();
  }

  private static void note(Columns columns, boolean intervals, Reading.Collector found) {
    if (!intervals) {
      found.note(
          new Bilingual(
              "This is the export of unique users: it has totals and no times. The export of all joins says more.",
              "Este es el informe de usuarios únicos: trae totales sin horas. El informe con todas las conexiones dice más."));
    } else {
      columns.missed(List.of(ZOOM_DURATION)).forEach(found::note);
    }
    for (String title : columns.header().cells()) {
      if (!title.isEmpty()
          && columns.vocabulary().which(title, TERMS.toArray(Term[]::new)).isEmpty()) {
        found.note(
            new Bilingual(
                "The column “" + title + "” is not known and was not read.",
                "La columna «" + title + "» no se conoce y no se leyó."));
      }
    }
  }

  /** When the meeting ended, by the preamble. */
  private @Nullable Instant ended(Frame frame, Table table) {
    for (int i = 0; i + 1 < Math.min(HEAD, table.lines().size()); i++) {
      Columns preamble =
          Columns.of(table.lines().get(i), vocabulary, List.of(ZOOM_MEETING, ZOOM_ENDED));
      if (preamble.has(ZOOM_MEETING) && preamble.has(ZOOM_ENDED)) {
        String cell = preamble.cell(table.lines().get(i + 1), ZOOM_ENDED);
        Clocks clocks = Clocks.of(frame, vocabulary, Set.of(DateOrder.MDY), List.of(cell));
        return clocks
            .moment(cell)
            .filter(when -> when.isAfter(frame.window().from().minus(Duration.ofDays(1))))
            .orElse(null);
      }
    }
    return null;
  }
}
