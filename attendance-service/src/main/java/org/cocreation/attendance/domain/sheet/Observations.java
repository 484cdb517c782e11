package org.cocreation.attendance.domain.sheet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cocreation.attendance.domain.Kept;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.roster.RosterKey;

/** The observations, by id. */
public interface Observations extends Kept<Observation> {

  /** Those whose rows count for at least one of these people, in whatever session. */
  List<Observation> creditedTo(Collection<String> registrationIds);

  /** Those of a session whose rows count for at least one of these people. */
  List<Observation> creditedIn(SessionKey session, Collection<String> registrationIds);

  /** Those that carry at least one of these keys and have rows. */
  List<Observation> carrying(Collection<RosterKey> keys);

  /** The ids of those that have rows of an import. */
  List<String> ofImport(String importId);

  /** Those that hold what feeds told under these origins; rows of files are not looked up so. */
  List<Observation> holding(Collection<Origin> origins);

  /** Those of a session that have rows, in order of id, after one of them ("" for the first). */
  List<Observation> page(SessionKey session, Optional<Match.State> state, String after, int limit);

  /** How many of a session wait for a coordinator. */
  int waiting(SessionKey session);

  /** The ids of some from whose decision something has yet to follow. */
  List<String> unsettled(int limit);
}
