package org.cocreation.attendance.domain.matching.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.attendance.domain.InMemory;
import org.cocreation.attendance.domain.matching.Alias;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.attendance.domain.matching.PersonKeys;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.roster.RosterKey;

/** Roster and remembered decisions in memory, with an index, so that thousands are no matter. */
public final class Indexed {

  private Indexed() {}

  public static final class People extends InMemory<Person> implements Roster {
    private final Map<RosterKey, List<Person>> index = new HashMap<>();

    public People(List<Person> people) {
      super(new ArrayList<>());
      for (Person person : people) {
        change(
            person.registrationId(),
            found -> org.cocreation.attendance.domain.Decided.of(person, true));
        for (RosterKey key : PersonKeys.of(person)) {
          index.computeIfAbsent(key, each -> new ArrayList<>()).add(person);
        }
      }
    }

    @Override
    public List<Person> page(String programmeId, String after, int limit) {
      return all()
          .filter(person -> person.registrationId().compareTo(after) > 0)
          .limit(limit)
          .toList();
    }

    @Override
    public Map<RosterKey, List<Person>> bearers(Collection<RosterKey> keys, int each) {
      Map<RosterKey, List<Person>> bearers = new HashMap<>();
      for (RosterKey key : keys) {
        List<Person> all = index.get(key);
        if (all != null) {
          bearers.put(key, all.subList(0, Math.min(each, all.size())));
        }
      }
      return bearers;
    }

    @Override
    public Optional<Person> holderOf(String linkHash) {
      return Optional.empty();
    }
  }

  public static final class Decisions extends InMemory<Alias> implements Aliases {
    public Decisions() {
      super(new ArrayList<>());
    }

    @Override
    public List<String> standingFor(Collection<String> registrationIds) {
      return List.of();
    }
  }
}
