package org.cocreation.attendance.domain.roster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cocreation.attendance.domain.Kept;

/** The people of all programmes, by registration id. */
public interface Roster extends Kept<Person> {

  /**
   * People of a programme in order of registration id, after one of them ("" for the first page).
   */
  List<Person> page(String programmeId, String after, int limit);

  /**
   * Whether each of a programme's people counts as registered, by registration id; after one of
   * them ("" for the first page).
   */
  default SortedMap<String, Boolean> rostered(String programmeId, String after, int limit) {
    SortedMap<String, Boolean> rostered = new TreeMap<>();
    page(programmeId, after, limit)
        .forEach(person -> rostered.put(person.registrationId(), person.rostered()));
    return rostered;
  }

  /**
   * Who carries each of these keys. Costs grow with the keys, not with the roster and not with how
   * many people share a key: of a key that more people carry, any so many of them are named.
   *
   * @param each at most this many people for each key
   * @return the bearers by key, in order of registration id; a key that nobody carries is left out
   */
  Map<RosterKey, List<Person>> bearers(Collection<RosterKey> keys, int each);

  /** The person whose personal link's token has this hash. */
  Optional<Person> holderOf(String linkHash);
}
