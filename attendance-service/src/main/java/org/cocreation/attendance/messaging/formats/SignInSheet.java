package org.cocreation.attendance.messaging.formats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.feeds.Format;
import org.cocreation.attendance.domain.feeds.Limits;
import org.cocreation.attendance.domain.feeds.Reading;
import org.cocreation.attendance.domain.feeds.Recognition;
import org.cocreation.attendance.domain.feeds.SetAside;
import org.cocreation.attendance.domain.feeds.Sighting;
import org.cocreation.attendance.domain.feeds.Upload;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Place;
import org.cocreation.attendance.messaging.formats.SheetColumns.Field;

/**
 * A sign-in sheet from the door, typed up: separated by {@code ;}, {@code ,} or tabs, its columns
 * recognised by the usual words of the vocabulary or mapped by the coordinator. A signature is a
 * mark at the venue; a row with both times is a stay; a row with an empty signature and no times is
 * set aside.
 */
final class SignInSheet implements Format {

  private static final String TIME_EXPECTED = "a time such as 10:28 or 10:28 AM";
  private static final String DATE_EXPECTED = "a date, day first, such as 13/02/2020";
  private static final Set<String> NOT_SIGNED =
      Set.of("", "-", "--", "—", "–", "no", "n", "0", "false", "falso", "absent", "ausente", "n/a");

  private final Limits limits;
  private final Vocabulary vocabulary;

  SignInSheet(Limits limits, Vocabulary vocabulary) {
    this.limits = limits;
    this.vocabulary = vocabulary;
  }

  @Override
  public String name() {
    return "sign-in-sheet";
  }

  @Override
  public Recognition read(Upload upload) {
    ColumnMapping mapping = upload.mapping();
    if (upload.text().binary() || (mapping != null && mapping.ofAnExport())) {
      return Recognition.none();
    }
    return SheetFile.find(upload, limits, vocabulary)
        .map(sheet -> Recognition.of(read(upload, sheet)))
        .orElseGet(() -> SheetFile.nearMiss(name(), upload, limits, vocabulary));
  }

  private Reading read(Upload upload, SheetFile sheet) {
    Reading.Collector found = new Reading.Collector(name(), upload.frame());
    for (Table.Line row : sheet.rows()) {
      found.row();
      if (sheet.brokenOff(row)) {
        Cells.brokenOff(row, sheet.columns().header(), found);
      } else {
        read(upload, sheet.columns(), row, found);
      }
    }
    return found.reading();
  }

  private static void read(
      Upload upload, SheetColumns columns, Table.Line row, Reading.Collector found) {
    String id = columns.cell(row, Field.REGISTRATION_ID);
    String name = columns.wholeName(row);
    String email = columns.cell(row, Field.EMAIL);
    if (Cells.saysNothing(id) && Cells.saysNothing(name) && Cells.saysNothing(email)) {
      found.problem(row.number(), columns.title(Field.NAME), "a name");
      return;
    }
    LocalDate date = upload.frame().date();
    String dateCell = columns.cell(row, Field.DATE);
    if (!Cells.saysNothing(dateCell)) {
      Optional<LocalDate> said = SheetTimes.date(dateCell, date);
      if (said.isEmpty()) {
        found.problem(row.number(), columns.title(Field.DATE), DATE_EXPECTED);
        return;
      }
      if (!said.get().equals(date)) {
        found.otherSession();
        return;
      }
    }
    Optional<Evidence> evidence = evidence(upload, columns, row, date, found);
    evidence.ifPresent(
        each ->
            found.saw(
                new Sighting(
                    row.number(),
                    Cells.orNull(id),
                    Cells.orNull(name),
                    Cells.orNull(email),
                    Cells.orNull(columns.cell(row, Field.INSTITUTION)),
                    each)));
  }

  private static Optional<Evidence> evidence(
      Upload upload,
      SheetColumns columns,
      Table.Line row,
      LocalDate date,
      Reading.Collector found) {
    String inCell = columns.cell(row, Field.TIME_IN);
    String outCell = columns.cell(row, Field.TIME_OUT);
    Optional<Instant> in = instant(upload, inCell, date);
    Optional<Instant> out = instant(upload, outCell, date);
    if (in.isEmpty() && !Cells.saysNothing(inCell)) {
      found.problem(row.number(), columns.title(Field.TIME_IN), TIME_EXPECTED);
      return Optional.empty();
    }
    if (out.isEmpty() && !Cells.saysNothing(outCell)) {
      found.problem(row.number(), columns.title(Field.TIME_OUT), TIME_EXPECTED);
      return Optional.empty();
    }
    if (in.isPresent() && out.isPresent()) {
      if (out.get().isBefore(in.get())) {
        found.problem(
            row.number(), columns.title(Field.TIME_OUT), "a time after the one of coming");
        return Optional.empty();
      }
      return Optional.of(Evidence.stay(Place.VENUE, in.get(), out.get()));
    }
    boolean signed = signed(columns, row);
    if (signed) {
      return Optional.of(Evidence.signature());
    }
    if (in.isPresent() || out.isPresent()) {
      return Optional.of(Evidence.openStay(Place.VENUE, in.orElse(null), out.orElse(null)));
    }
    found.setAside(row.number(), SetAside.Reason.NOT_SIGNED);
    return Optional.empty();
  }

  /** Without a column for it and without columns for times, standing on the sheet is signing it. */
  private static boolean signed(SheetColumns columns, Table.Line row) {
    if (columns.has(Field.SIGNED)) {
      return !NOT_SIGNED.contains(columns.cell(row, Field.SIGNED).toLowerCase(Locale.ROOT));
    }
    return !columns.has(Field.TIME_IN) && !columns.has(Field.TIME_OUT);
  }

  private static Optional<Instant> instant(Upload upload, String cell, LocalDate date) {
    if (Cells.saysNothing(cell)) {
      return Optional.empty();
    }
    Optional<LocalTime> time = SheetTimes.time(cell);
    if (time.isPresent()) {
      return time.map(each -> upload.frame().instant(date.atTime(each)));
    }
    return SheetTimes.dateTime(cell, date).map(upload.frame()::instant);
  }
}
