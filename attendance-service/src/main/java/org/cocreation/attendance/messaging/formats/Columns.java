package org.cocreation.attendance.messaging.formats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cocreation.attendance.domain.Bilingual;

/**
 * Where the columns of a table are, by the words in its header.
 *
 * @param header the line that names them
 * @param places the column of each thing that there is
 * @param vocabulary the words
 */
record Columns(Table.Line header, Map<Term, Integer> places, Vocabulary vocabulary) {

  /** The columns of these things that a line names. */
  static Columns of(Table.Line line, Vocabulary vocabulary, Collection<Term> terms) {
    Map<Term, Integer> places = new EnumMap<>(Term.class);
    Term[] some = terms.toArray(Term[]::new);
    for (int i = 0; i < line.cells().size(); i++) {
      int place = i;
      vocabulary
          .which(line.cells().get(i), some)
          .ifPresent(term -> places.putIfAbsent(term, place));
    }
    return new Columns(line, places, vocabulary);
  }

  boolean has(Term term) {
    return places.containsKey(term);
  }

  boolean hasAll(Collection<Term> terms) {
    return places.keySet().containsAll(terms);
  }

  /** The cell of a row; empty when there is no such column or the row is too short. */
  String cell(Table.Line row, Term term) {
    return row.cell(places.getOrDefault(term, -1));
  }

  /** What the header calls a thing; what such headers usually call it when it has no column. */
  String title(Term term) {
    return has(term) ? cell(header, term) : vocabulary.title(term);
  }

  /** What the header calls everything that it has. */
  List<String> titles() {
    return places.keySet().stream().map(this::title).toList();
  }

  /** What such headers call these things, as far as this one lacks them. */
  List<String> lacking(Collection<Term> terms) {
    return terms.stream().filter(term -> !has(term)).map(vocabulary::title).toList();
  }

  /** The cells of some columns in all these rows. */
  List<String> all(List<Table.Line> rows, Term... terms) {
    List<String> cells = new ArrayList<>(rows.size() * terms.length);
    for (Table.Line row : rows) {
      for (Term term : terms) {
        cells.add(cell(row, term));
      }
    }
    return cells;
  }

  /** The headers by the things they name, to find the language. */
  Map<Term, String> headers() {
    Map<Term, String> headers = new EnumMap<>(Term.class);
    places.keySet().forEach(term -> headers.put(term, title(term)));
    return headers;
  }

  /** A note for each usual column that is missing. */
  List<Bilingual> missed(Collection<Term> usual) {
    return lacking(usual).stream().map(Columns::missing).toList();
  }

  private static Bilingual missing(String title) {
    return new Bilingual(
        "Files of this kind have a column “"
            + title
            + "”; it is missing here, so what it tells is not known.",
        "Los archivos de este tipo traen una columna «"
            + title
            + "»; aquí falta, así que no se sabe lo que dice.");
  }
}
