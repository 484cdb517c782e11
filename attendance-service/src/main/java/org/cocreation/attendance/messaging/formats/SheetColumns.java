package org.cocreation.attendance.messaging.formats;

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
      usual(field).stream()
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

  /** The usual words for a field, folded, the likeliest first. */
  private static List<String> usual(Field field) {
    return switch (field) {
      case REGISTRATION_ID -> List.of("registration id", "registrationid", "id de inscripcion");
      case NAME ->
          List.of(
              "name",
              "full name",
              "participant",
              "participant name",
              "nombre",
              "nombre completo",
              "nombre y apellido",
              "nombre y apellidos",
              "participante");
      case GIVEN_NAME -> List.of("given name", "first name", "nombres", "primer nombre");
      case FAMILY_NAME -> List.of("family name", "last name", "surname", "apellido", "apellidos");
      case EMAIL ->
          List.of(
              "e mail",
              "email",
              "mail",
              "email address",
              "e mail address",
              "correo",
              "correo electronico");
      case INSTITUTION ->
          List.of(
              "institution",
              "organisation",
              "organization",
              "institucion",
              "organizacion",
              "entidad");
      case SIGNED -> List.of("signed", "signature", "firma", "firmado", "signed in");
      case TIME_IN ->
          List.of(
              "time in",
              "arrival",
              "arrived",
              "in",
              "entrada",
              "hora de entrada",
              "llegada",
              "hora de llegada");
      case TIME_OUT -> List.of("time out", "departure", "left", "out", "salida", "hora de salida");
      case DATE -> List.of("date", "day", "fecha", "dia");
    };
  }

  /** What a sign-in sheet may tell, by its name in a mapping. */
  enum Field {
    REGISTRATION_ID("registrationId"),
    NAME("name"),
    GIVEN_NAME("givenName"),
    FAMILY_NAME("familyName"),
    EMAIL("email"),
    INSTITUTION("institution"),
    SIGNED("signed"),
    TIME_IN("timeIn"),
    TIME_OUT("timeOut"),
    DATE("date");

    private final String wire;

    Field(String wire) {
      this.wire = wire;
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
