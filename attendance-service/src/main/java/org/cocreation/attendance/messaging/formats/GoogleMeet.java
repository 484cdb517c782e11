package org.cocreation.attendance.messaging.formats;

import static org.cocreation.attendance.messaging.formats.Term.MEET_DURATION;
import static org.cocreation.attendance.messaging.formats.Term.MEET_EMAIL;
import static org.cocreation.attendance.messaging.formats.Term.MEET_EXITED;
import static org.cocreation.attendance.messaging.formats.Term.MEET_FAMILY;
import static org.cocreation.attendance.messaging.formats.Term.MEET_GIVEN;
import static org.cocreation.attendance.messaging.formats.Term.MEET_JOINED;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Place;

/**
 * The attendance sheet of Google Meet, saved as CSV: a row for each person, with clock times and no
 * date, which are taken as of the session's date.
 */
final class GoogleMeet extends TableFormat {

  private static final String EXAMPLE = "a clock time such as 10:28 AM or 10:28";
  private static final List<Term> TERMS =
      List.of(MEET_GIVEN, MEET_FAMILY, MEET_EMAIL, MEET_DURATION, MEET_JOINED, MEET_EXITED);

  GoogleMeet(Limits limits, Vocabulary vocabulary) {
    super(limits, vocabulary);
  }

  @Override
  public String name() {
    return "google-meet";
  }

  @Override
  Fit fit(Table head) {
    return fit(head.lines(), TERMS, TERMS);
  }

  @Override
  Reading read(Upload upload, Table table) {
    Columns columns = java.util.Objects.requireNonNull(header(table.lines(), TERMS, TERMS));
    List<Table.Line> rows = table.after(table.lines().indexOf(columns.header()));
    guardRows(rows.size());
    Reading.Collector found = new Reading.Collector(name(), upload.frame());
    LocalDate day = upload.frame().date();
    Clocks clocks =
        Clocks.of(
            upload.frame(),
            vocabulary,
            Set.of(DateOrder.DMY, DateOrder.MDY),
            columns.all(rows, MEET_JOINED, MEET_EXITED));
    Stays stays = new Stays(Place.ONLINE, clocks.on(day), new Spans(vocabulary), EXAMPLE, found);
    for (Table.Line row : rows) {
      found.row();
      if (table.brokenOff(row, columns.header())) {
        Cells.brokenOff(row, columns.header(), found);
        continue;
      }
      String name = (columns.cell(row, MEET_GIVEN) + " " + columns.cell(row, MEET_FAMILY)).strip();
      String email = columns.cell(row, MEET_EMAIL);
      if (Cells.saysNothing(name) && Cells.saysNothing(email)) {
        found.problem(row.number(), columns.title(MEET_GIVEN), "a name, or an e-mail");
        continue;
      }
      stays
          .summary(row, columns, MEET_JOINED, MEET_EXITED, MEET_DURATION)
          .ifPresent(
              evidence ->
                  found.saw(
                      new Sighting(
                          row.number(),
                          null,
                          Cells.orNull(name),
                          Cells.orNull(email),
                          null,
                          evidence)));
    }
    found.note(
        new Bilingual(
            "This file has clock times and no date; they were taken as of the session's date, "
                + day
                + ". Check that it is the file of this session.",
            "Este archivo trae horas sin fecha; se tomaron como de la fecha de la sesión, "
                + day
                + ". Compruebe que sea el archivo de esta sesión."));
    return found.reading();
  }
}
