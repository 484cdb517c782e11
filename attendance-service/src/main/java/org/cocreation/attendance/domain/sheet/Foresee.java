package org.cocreation.attendance.domain.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cocreation.attendance.domain.presence.Judge;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.attendance.domain.presence.Mark;
import org.cocreation.attendance.domain.presence.Schedule;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.sheet.Directory.Held;

/** Says what would come of observations being different, without changing anything. */
final class Foresee {

  private final Roster roster;
  private final Attendances attendances;
  private final Assess assess;
  private final int batch;

  /**
   * @param batch how many people are looked at together
   */
  Foresee(Roster roster, Attendances attendances, Assess assess, int batch) {
    this.roster = roster;
    this.attendances = attendances;
    this.assess = assess;
    this.batch = batch;
  }

  /**
   * For whom in a session something would change.
   *
   * @param before observations as they are; those that do not exist yet may be left out
   * @param after the same as they would be
   */
  List<Foreseen.Item> changes(
      Held held, Collection<Observation> before, Collection<Observation> after) {
    Set<String> people = new LinkedHashSet<>();
    Stream.concat(before.stream(), after.stream()).forEach(each -> people.addAll(each.credited()));
    Map<String, List<Observation>> credited = new LinkedHashMap<>();
    Set<String> different = new LinkedHashSet<>();
    for (Observation each : after) {
      different.add(each.observationId());
      each.credited()
          .forEach(id -> credited.computeIfAbsent(id, key -> new ArrayList<>()).add(each));
    }
    List<String> all = List.copyOf(people);
    List<Foreseen.Item> items = new ArrayList<>();
    for (int from = 0; from < all.size(); from += batch) {
      items.addAll(
          some(held, all.subList(from, Math.min(all.size(), from + batch)), different, credited));
    }
    return items;
  }

  private List<Foreseen.Item> some(
      Held held,
      List<String> people,
      Set<String> different,
      Map<String, List<Observation>> credited) {
    Schedule schedule = held.schedule();
    Map<String, Person> known = roster.findAll(people);
    Map<String, Set<Observation>> credits = assess.credits(held.key(), people);
    Map<String, Attendance> attendance =
        attendances.findAll(people.stream().map(id -> Attendance.idOf(held.key(), id)).toList());
    List<Foreseen.Item> items = new ArrayList<>();
    for (String id : people) {
      Attendance own = attendance.get(Attendance.idOf(held.key(), id));
      Person person = known.get(id);
      boolean counts =
          (person != null && person.rostered()) || (own != null && own.recorded() != null);
      if (!counts) {
        continue;
      }
      Optional<Mark> mark = Optional.ofNullable(own).map(Attendance::mark);
      Set<Observation> now = credits.getOrDefault(id, Set.of());
      List<Observation> then =
          Stream.concat(
                  now.stream().filter(each -> !different.contains(each.observationId())),
                  credited.getOrDefault(id, List.of()).stream())
              .toList();
      Judgement before = Judge.judge(schedule, Assess.evidence(now), mark);
      Judgement after = Judge.judge(schedule, Assess.evidence(then), mark);
      if (after.differsFrom(before)) {
        items.add(new Foreseen.Item(held.key(), id, before, after));
      }
    }
    return items;
  }
}
