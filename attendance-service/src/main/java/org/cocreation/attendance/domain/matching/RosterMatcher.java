package org.cocreation.attendance.domain.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cocreation.attendance.domain.Bilingual;
import org.cocreation.attendance.domain.matching.Match.By;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.roster.RosterKey;
import org.cocreation.attendance.domain.roster.RosterKey.Kind;

/**
 * Finds who the people in a feed are, without ever guessing: by registration id, then by e-mail
 * address, then by the exact name if exactly one person of the programme carries it; what a
 * coordinator decided about the same identity before comes ahead of the address and of the name.
 * Anything else, and anything that contradicts itself, waits for a coordinator.
 *
 * <p>The people of one call are looked up together: the cost grows with them, not with the roster.
 */
public final class RosterMatcher {

  private static final int ALL = Integer.MAX_VALUE;

  private final Roster roster;
  private final Aliases aliases;

  /** Matches against this roster and these remembered decisions. */
  public RosterMatcher(Roster roster, Aliases aliases) {
    this.roster = roster;
    this.aliases = aliases;
  }

  /** Who each of them is; the answers are keyed by identity. */
  public Map<Identity, Match> match(String programmeId, Collection<Seen> all) {
    Known known = lookUp(programmeId, all);
    Map<Identity, Match> matches = new HashMap<>();
    for (Seen seen : all) {
      matches.put(seen.identity(), known.match(seen));
    }
    return matches;
  }

  private Known lookUp(String programmeId, Collection<Seen> all) {
    Set<RosterKey> keys = new LinkedHashSet<>();
    Set<String> ids = new LinkedHashSet<>();
    Set<String> aliasIds = new LinkedHashSet<>();
    for (Seen seen : all) {
      keys.addAll(seen.exactKeys(programmeId));
      aliasIds.add(Alias.idOf(programmeId, seen.identity()));
      if (seen.identity().kind() == Identity.Kind.REGISTRATION) {
        ids.add(seen.identity().value());
      }
      if (seen.identity().kind() == Identity.Kind.NAME && seen.name().telling().isEmpty()) {
        keys.add(new RosterKey(programmeId, Kind.WORD, seen.name().key()));
      }
    }
    Map<RosterKey, Set<String>> bearers = new HashMap<>();
    for (Person person : roster.bearers(keys, ALL)) {
      if (person.matchable()) {
        for (RosterKey key : PersonKeys.of(person)) {
          if (keys.contains(key)) {
            bearers.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(person.registrationId());
          }
        }
      }
    }
    Map<String, Alias> remembered = aliases.findAll(aliasIds);
    remembered.values().forEach(alias -> ids.addAll(alias.registrationIds()));
    Set<String> matchable =
        roster.findAll(ids).values().stream()
            .filter(person -> person.matchable() && person.programmeId().equals(programmeId))
            .map(Person::registrationId)
            .collect(Collectors.toSet());
    return new Known(programmeId, bearers, remembered, matchable);
  }

  private record Known(
      String programmeId,
      Map<RosterKey, Set<String>> bearers,
      Map<String, Alias> remembered,
      Set<String> matchable) {

    Match match(Seen seen) {
      return switch (seen.identity().kind()) {
        case REGISTRATION -> byId(seen);
        case EMAIL -> byEmail(seen);
        case NAME -> byName(seen);
      };
    }

    private Match byId(Seen seen) {
      String id = seen.identity().value();
      return matchable.contains(id)
          ? Match.to(id, By.REGISTRATION_ID)
          : Match.waiting(
              new Bilingual(
                  "Nobody on the roster has this registration id.",
                  "Nadie en la lista tiene este identificador de inscripción."));
    }

    private Match byEmail(Seen seen) {
      Optional<Match> before = remembered(seen);
      if (before.isPresent()) {
        return before.get();
      }
      Set<String> byEmail = bearing(Kind.EMAIL, seen.identity().value());
      Set<String> byName = namesakes(seen);
      if (byEmail.size() == 1) {
        String person = byEmail.iterator().next();
        if (byName.size() == 1 && !byName.contains(person)) {
          return Match.waiting(
              new Bilingual(
                  "The e-mail is one person's and the name is exactly another's.",
                  "El correo es de una persona y el nombre es exactamente el de otra."));
        }
        return Match.to(person, By.EMAIL);
      }
      if (byEmail.size() > 1) {
        return Match.waiting(
            new Bilingual(
                "Several registrations have this e-mail.",
                "Varias inscripciones tienen este correo."));
      }
      return byNameAlone(seen, byName);
    }

    private Match byName(Seen seen) {
      Set<String> byName = namesakes(seen);
      if (byName.size() < 2) {
        Optional<Match> before = remembered(seen);
        if (before.isPresent() && !shadowed(seen, before.get())) {
          return before.get();
        }
      }
      return byNameAlone(seen, byName);
    }

    private Match byNameAlone(Seen seen, Set<String> byName) {
      if (byName.size() == 1) {
        return Match.to(byName.iterator().next(), By.NAME);
      }
      if (byName.size() > 1) {
        return Match.waiting(
            new Bilingual(
                byName.size() + " people in this programme may bear this name.",
                byName.size() + " personas de este programa pueden llevar este nombre."));
      }
      if (seen.name().telling().isEmpty()) {
        return Match.waiting(
            new Bilingual(
                "A single word is not enough to know who it is.",
                "Una sola palabra no basta para saber quién es."));
      }
      return Match.waiting(
          new Bilingual(
              "Nobody on the roster has this e-mail or exactly this name.",
              "Nadie en la lista tiene este correo o exactamente este nombre."));
    }

    private Optional<Match> remembered(Seen seen) {
      Alias alias = remembered.get(Alias.idOf(programmeId, seen.identity()));
      if (alias == null || alias.forgotten()) {
        return Optional.empty();
      }
      if (!matchable.containsAll(alias.registrationIds())) {
        return Optional.empty();
      }
      return Optional.of(
          new Match(
              alias.state(),
              By.REMEMBERED,
              alias.registrationIds(),
              new Bilingual(
                  "As decided in session " + alias.sessionId() + ".",
                  "Según se decidió en la sesión " + alias.sessionId() + ".")));
    }

    /** A single word that others on the roster bear too is no longer only theirs. */
    private boolean shadowed(Seen seen, Match before) {
      if (!seen.name().telling().isEmpty()) {
        return false;
      }
      Set<String> others = new HashSet<>(bearing(Kind.WORD, seen.name().key()));
      others.removeAll(before.registrationIds());
      return !others.isEmpty();
    }

    private Set<String> namesakes(Seen seen) {
      List<String> readings = seen.name().telling();
      if (readings.size() == 1) {
        return bearing(Kind.NAME, readings.get(0));
      }
      Set<String> people = new LinkedHashSet<>();
      readings.forEach(reading -> people.addAll(bearing(Kind.NAME, reading)));
      return people;
    }

    private Set<String> bearing(Kind kind, String value) {
      return bearers.getOrDefault(new RosterKey(programmeId, kind, value), Set.of());
    }
  }
}
