package org.cocreation.attendance.messaging.formats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.attendance.domain.feeds.ColumnMapping;
import org.cocreation.attendance.domain.matching.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of a sign-in sheet are.
 *
 * @param header the line that names them
 * @param places the column of each field that there is
 */
record SheetColumns(Table.Line header, Map<Field, Integer> places) {

  /** The columns of a header line; empty when the line is no header of a sign-in sheet. */
  static Optional<SheetColumns> of(
      Table.Line line, @Nullable ColumnMapping mapping, Vocabulary vocabulary) {
    SheetColumns columns = mapping == null ? usual(line, vocabulary) : mapped(line, mapping);
    boolean all =
        mapping == null
            ? columns.namesPeople() && columns.tellsPresence()
            : columns.size() == mapping.columns().size();
    return all ? Optional.of(columns) : Optional.empty();
  }

  /** The columns that a mapping names, as far as a line has them. */
  static SheetColumns mapped(Table.Line line, ColumnMapping mapping) {
    Map<String, Integer> titles = titles(line);
    Map<Field, Integer> places = new EnumMap<>(Field.class);
    mapping
        .columns()
        .forEach(
            (field, title) -> {
              Integer place = titles.get(PersonName.fold(title));
              if (place != null) {
                places.put(Field.called(field), place);
              }
            });
    return new SheetColumns(line, places);
  }

  /** The columns that usual words name. */
  static SheetColumns usual(Table.Line line, Vocabulary vocabulary) {
    Map<String, Integer> titles = titles(line);
    Map<Field, Integer> places = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      if (field.term != null) {
        vocabulary.words(field.term).stream()
            .map(titles::get)
            .filter(place -> place != null && !places.containsValue(place))
            .findFirst()
            .ifPresent(place -> places.put(field, place));
      }
    }
    return new SheetColumns(line, places);
  }

  private static Map<String, Integer> titles(Table.Line line) {
    Map<String, Integer> titles = new HashMap<>();
    for (int i = 0; i < line.cells().size(); i++) {
      titles.putIfAbsent(PersonName.fold(line.cells().get(i)), i);
    }
    titles.remove("");
    return titles;
  }

  /** What the header calls the columns that it has. */
  List<String> titles() {
    return places.keySet().stream().map(this::title).toList();
  }

  /** Whether a column that a mapping names is there. */
  boolean names(String mapped) {
    return titles().stream()
        .anyMatch(title -> PersonName.fold(title).equals(PersonName.fold(mapped)));
  }

  /** What a sign-in sheet needs and this line lacks. */
  List<String> lacks(Vocabulary vocabulary) {
    List<String> lacking = new ArrayList<>();
    if (!namesPeople()) {
      lacking.add(vocabulary.title(Term.SHEET_NAME));
    }
    if (!tellsPresence()) {
      lacking.add(vocabulary.title(Term.SHEET_SIGNED));
    }
    return lacking;
  }

  boolean has(Field field) {
    return places.containsKey(field);
  }

  int size() {
    return places.size();
  }

  String cell(Table.Line row, Field field) {
    return row.cell(places.getOrDefault(field, -1));
  }

  /** The name, put together when given and family name have columns of their own. */
  String wholeName(Table.Line row) {
    String whole = cell(row, Field.NAME);
    return whole.isEmpty()
        ? (cell(row, Field.GIVEN_NAME) + " " + cell(row, Field.FAMILY_NAME)).strip()
        : whole;
  }

  /** The header's words for a field; the field's own name when it has no column. */
  String title(Field field) {
    return has(field) ? cell(header, field) : field.wire;
  }

  boolean namesPeople() {
    return has(Field.NAME)
        || has(Field.REGISTRATION_ID)
        || (has(Field.GIVEN_NAME) && has(Field.FAMILY_NAME));
  }

  boolean tellsPresence() {
    return has(Field.SIGNED) || has(Field.TIME_IN);
  }

  /** What a sign-in sheet may tell, by its name in a mapping. */
  enum Field {
    REGISTRATION_ID("registrationId", Term.SHEET_ID),
    NAME("name", Term.SHEET_NAME),
    GIVEN_NAME("givenName", Term.SHEET_GIVEN),
    FAMILY_NAME("familyName", Term.SHEET_FAMILY),
    EMAIL("email", Term.SHEET_EMAIL),
    INSTITUTION("institution", Term.SHEET_INSTITUTION),
    SIGNED("signed", Term.SHEET_SIGNED),
    TIME_IN("timeIn", Term.SHEET_IN),
    TIME_OUT("timeOut", Term.SHEET_OUT),
    DATE("date", Term.SHEET_DATE),
    DURATION("duration", null);

    private final String wire;
    private final @Nullable Term term;

    Field(String wire, @Nullable Term term) {
      this.wire = wire;
      this.term = term;
    }

    static Field called(String wire) {
      for (Field field : values()) {
        if (field.wire.equals(wire)) {
          return field;
        }
      }
      throw new IllegalArgumentException("no column is called " + wire);
    }
  }
}
