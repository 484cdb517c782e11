package org.cocreation.attendance.domain.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.presence.Judge;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.sheet.Directory.Held;

/** Finds what a coordinator should consider before closing a session. */
final class Unresolving {

  private final Books books;
  private final int batch;

  Unresolving(Books books, int batch) {
    this.books = books;
    this.batch = batch;
  }

  Unresolved of(Held held) {
    SessionKey session = held.key();
    int waiting = books.observations().waiting(session);
    int imported = books.imports().count(session, Import.Status.APPLIED);
    int previews = books.imports().count(session, Import.Status.PREVIEW);
    int unfinished =
        books.imports().count(session, Import.Status.APPLYING)
            + books.imports().count(session, Import.Status.UNDOING);
    if (held.sheet().counting()) {
      return new Unresolved(held.sheet(), waiting, imported, previews, unfinished, 0, List.of());
    }
    int unknown = unknown(held);
    List<Bilingual> warnings = new ArrayList<>();
    if (waiting > 0) {
      warnings.add(
          new Bilingual(
              waiting + " seen in the lists are not matched to anybody and count for nobody.",
              waiting + " que aparecen en las listas no están asignados y no cuentan para nadie."));
    }
    if (books.observations().page(session, Optional.empty(), "", 1).isEmpty()) {
      warnings.add(
          new Bilingual(
              "Nothing tells who was there: everyone without a mark will be not attended.",
              "Nada indica quién estuvo: quien no tenga marca figurará como ausente."));
    }
    if (previews > 0) {
      warnings.add(
          new Bilingual(
              previews + " files were read but not accepted; they count for nobody.",
              previews + " archivos se leyeron pero no se aceptaron; no cuentan para nadie."));
    }
    if (unfinished > 0) {
      warnings.add(
          new Bilingual(
              unfinished + " files are still being brought in or taken back.",
              unfinished + " archivos se están incorporando o retirando todavía."));
    }
    if (unknown > 0) {
      warnings.add(
          new Bilingual(
              "Of " + unknown + " people it is not known whether they attended.",
              "De " + unknown + " personas no se sabe si asistieron."));
    }
    return new Unresolved(held.sheet(), waiting, imported, previews, unfinished, unknown, warnings);
  }

  /** Only of somebody who was seen can it be unknown: costs grow with the observations. */
  private int unknown(Held held) {
    Map<String, List<Observation>> credits = new LinkedHashMap<>();
    String after = "";
    while (true) {
      List<Observation> page =
          books.observations().page(held.key(), Optional.of(Match.State.MATCHED), after, batch);
      if (page.isEmpty()) {
        break;
      }
      for (Observation each : page) {
        each.credited()
            .forEach(id -> credits.computeIfAbsent(id, key -> new ArrayList<>()).add(each));
      }
      after = page.get(page.size() - 1).observationId();
    }
    List<String> people = List.copyOf(credits.keySet());
    int unknown = 0;
    for (int from = 0; from < people.size(); from += batch) {
      List<String> some = people.subList(from, Math.min(people.size(), from + batch));
      Map<String, Person> known = books.roster().findAll(some);
      Map<String, Attendance> own =
          books
              .attendances()
              .findAll(some.stream().map(id -> Attendance.idOf(held.key(), id)).toList());
      for (String id : some) {
        Person person = known.get(id);
        Attendance attendance = own.get(Attendance.idOf(held.key(), id));
        boolean marked = attendance != null && attendance.mark() != null;
        if (person != null && person.rostered() && !marked) {
          Outcome outcome =
              Judge.judge(
                      held.schedule(),
                      Assess.evidence(credits.getOrDefault(id, List.of())),
                      Optional.empty())
                  .outcome();
          unknown += outcome == Outcome.UNKNOWN ? 1 : 0;
        }
      }
    }
    return unknown;
  }
}
