package org.cocreation.attendance.domain.visits;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.PersonKeys;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.sheet.Observation;
import org.cocreation.attendance.domain.sheet.Observations;

/**
 * Takes out what connectors told about people who are erased: names, addresses and references. It
 * comes before the people themselves are erased, as the visits are found by them; a crash between
 * the two does both again.
 */
public final class ForgetVisits {

  private final Visits visits;
  private final Observations observations;
  private final Roster roster;

  /** Finds the visits by the observations that they led to. */
  public ForgetVisits(Visits visits, Observations observations, Roster roster) {
    this.visits = visits;
    this.observations = observations;
    this.roster = roster;
  }

  /** Forgets what names these people. */
  public void erase(Collection<String> registrationIds) {
    Set<String> people = Set.copyOf(registrationIds);
    Set<RosterKey> keys = new HashSet<>();
    roster
        .findAll(people)
        .values()
        .forEach(
            person -> {
              keys.addAll(PersonKeys.exact(person));
              keys.add(
                  new Identity(Identity.Kind.REGISTRATION, person.registrationId())
                      .key(person.programmeId()));
            });
    Set<String> theirs = new LinkedHashSet<>();
    List<Observation> carrying = observations.carrying(keys);
    carrying.stream()
        .filter(each -> each.credited().isEmpty())
        .forEach(each -> theirs.addAll(visitsOf(each)));
    observations.creditedTo(people).forEach(each -> theirs.addAll(visitsOf(each)));
    Map<String, Function<Optional<Visit>, Decided<Visit, Boolean>>> changes = new LinkedHashMap<>();
    for (String id : theirs) {
      changes.put(
          id,
          found ->
              found.isEmpty() || found.get().erased()
                  ? Decided.unchanged(false)
                  : Decided.of(found.get().nameless(), true));
    }
    visits.changeAll(changes);
  }

  private static Set<String> visitsOf(Observation observation) {
    Set<String> visits = new LinkedHashSet<>();
    observation.entries().forEach(entry -> Visit.visitOf(entry.origin()).ifPresent(visits::add));
    return visits;
  }
}
