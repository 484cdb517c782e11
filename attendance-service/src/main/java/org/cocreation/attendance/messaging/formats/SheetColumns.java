package org.cocreation.attendance.messaging.formats;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  static Optional<SheetColumns> of(Table.Line line, @Nullable ColumnMapping mapping) {
    Map<String, Integer> titles = new HashMap<>();
    for (int i = 0; i < line.cells().size(); i++) {
      titles.putIfAbsent(PersonName.fold(line.cells().get(i)), i);
    }
    titles.remove("");
    Map<Field, Integer> places = new EnumMap<>(Field.class);
    if (mapping != null) {
      for (Map.Entry<String, String> column : mapping.columns().entrySet()) {
        Integer place = titles.get(PersonName.fold(column.getValue()));
        if (place == null) {
          return Optional.empty();
        }
        places.put(Field.called(column.getKey()), place);
      }
      return Optional.of(new SheetColumns(line, places));
    }
    for (Field field : Field.values()) {
      field.usual.stream()
          .map(titles::get)
          .filter(place -> place != null && !places.containsValue(place))
          .findFirst()
          .ifPresent(place -> places.put(field, place));
    }
    SheetColumns columns = new SheetColumns(line, places);
    return columns.namesPeople() && columns.tellsPresence()
        ? Optional.of(columns)
        : Optional.empty();
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

  private boolean namesPeople() {
    return has(Field.NAME)
        || has(Field.REGISTRATION_ID)
        || (has(Field.GIVEN_NAME) && has(Field.FAMILY_NAME));
  }

  private boolean tellsPresence() {
    return has(Field.SIGNED) || has(Field.TIME_IN);
  }

  /** What a sign-in sheet may tell, with the usual words for it, folded. */
  enum Field {
    REGISTRATION_ID("registrationId", "registration id", "registrationid", "id de inscripcion"),
    NAME(
        "name",
        "name",
        "full name",
        "participant",
        "participant name",
        "nombre",
        "nombre completo",
        "nombre y apellido",
        "nombre y apellidos",
        "participante"),
    GIVEN_NAME("givenName", "given name", "first name", "nombres", "primer nombre"),
    FAMILY_NAME("familyName", "family name", "last name", "surname", "apellido", "apellidos"),
    EMAIL(
        "email",
        "e mail",
        "email",
        "mail",
        "email address",
        "e mail address",
        "correo",
        "correo electronico"),
    INSTITUTION(
        "institution",
        "institution",
        "organisation",
        "organization",
        "institucion",
        "organizacion",
        "entidad"),
    SIGNED("signed", "signed", "signature", "firma", "firmado", "signed in"),
    TIME_IN(
        "timeIn",
        "time in",
        "arrival",
        "arrived",
        "in",
        "entrada",
        "hora de entrada",
        "llegada",
        "hora de llegada"),
    TIME_OUT("timeOut", "time out", "departure", "left", "out", "salida", "hora de salida"),
    DATE("date", "date", "day", "fecha", "dia");

    private final String wire;
    private final Set<String> usual;

    Field(String wire, String... usual) {
      this.wire = wire;
      this.usual = new LinkedHashSet<>(Arrays.asList(usual));
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
