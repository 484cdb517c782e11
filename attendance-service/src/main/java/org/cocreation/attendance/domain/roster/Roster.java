package org.cocreation.attendance.domain.roster;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.Kept;

/** The people of all programmes, by registration id. */
public interface Roster extends Kept<Person> {

  /**
   * People of a programme in order of registration id, after one of them ("" for the first page).
   */
  List<Person> page(String programmeId, String after, int limit);

  /**
   * The people who carry at least one of these keys, in no order. Costs grow with the keys and with
   * who carries them, not with the roster.
   *
   * @param limit at most this many
   */
  List<Person> bearers(Collection<RosterKey> keys, int limit);

  /** The person whose personal link's token has this hash. */
  Optional<Person> holderOf(String linkHash);
}
