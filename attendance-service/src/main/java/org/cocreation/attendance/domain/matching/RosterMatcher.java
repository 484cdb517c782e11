package org.cocreation.attendance.domain.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.roster.RosterKey;

/**
 * Finds who the people in a feed are, without ever guessing: by registration id, then by e-mail
 * address, then by the exact name if exactly one person of the programme carries it; what a
 * coordinator decided about the same identity before comes ahead of the address and of the name.
 * Anything else, and anything that contradicts itself, waits for a coordinator.
 *
 * <p>The people of one call are looked up together: the cost grows with them, not with the roster.
 */
public final class RosterMatcher {

  /** More bearers of a key than this are as good as any number. */
  private static final int BEARERS = 8;

  private final Roster roster;
  private final Aliases aliases;

  /** Matches against this roster and these remembered decisions. */
  public RosterMatcher(Roster roster, Aliases aliases) {
    this.roster = roster;
    this.aliases = aliases;
  }

  /**
   * Who each of them is; the answers are keyed by identity. What was seen under one identity by
   * several names is one person only if each of the names says so.
   */
  public Map<Identity, Match> match(String programmeId, Collection<Seen> all) {
    Known known = lookUp(programmeId, all);
    Map<Identity, Match> matches = new HashMap<>();
    for (Seen seen : all) {
      matches.merge(seen.identity(), known.match(seen), Known::both);
    }
    return matches;
  }

  private Known lookUp(String programmeId, Collection<Seen> all) {
    Set<String> aliasIds = new LinkedHashSet<>();
    Set<RosterKey> exact = new LinkedHashSet<>();
    Set<String> ids = new LinkedHashSet<>();
    for (Seen seen : all) {
      aliasIds.add(Alias.idOf(programmeId, seen.identity()));
      exact.addAll(seen.exactKeys(programmeId));
      if (seen.identity().kind() == Identity.Kind.REGISTRATION) {
        ids.add(seen.identity().value());
      }
    }
    Map<String, Alias> remembered = aliases.findAll(aliasIds);
    remembered.values().forEach(alias -> ids.addAll(alias.people()));
    Map<RosterKey, List<Person>> bearers = roster.bearers(exact, BEARERS);
    Map<String, Person> byId = new HashMap<>();
    roster
        .findAll(ids)
        .forEach(
            (id, person) -> {
              if (person.matchable() && person.programmeId().equals(programmeId)) {
                byId.put(id, person);
              }
            });
    Known known = new Known(programmeId, bearers, remembered, byId, BEARERS);
    // Who else may be meant is asked only where somebody is about to be taken for meant.
    Set<RosterKey> parts = new LinkedHashSet<>();
    for (Seen seen : all) {
      if (known.mayComeToAName(seen)) {
        seen.mayBe(programmeId).forEach(parts::addAll);
      }
    }
    Map<RosterKey, List<Person>> everybody = new HashMap<>(roster.bearers(parts, BEARERS));
    everybody.putAll(bearers);
    return new Known(programmeId, everybody, remembered, byId, BEARERS);
  }
}
