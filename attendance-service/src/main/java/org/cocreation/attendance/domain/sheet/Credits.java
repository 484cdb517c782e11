package org.cocreation.attendance.domain.sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.attendance.domain.SessionKey;

/**
 * The observations whose rows count for some people in a session. They are read for all together
 * when the first is asked for, and for one alone whenever that one is asked for again: what is
 * returned was never read before the question that preceded it.
 */
final class Credits {

  private final Observations observations;
  private final SessionKey session;
  private final Collection<String> people;
  private final Map<String, Set<Observation>> known = new HashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  Credits(Observations observations, SessionKey session, Collection<String> people) {
    this.observations = observations;
    this.session = session;
    this.people = people;
  }

  /**
   * Those of one person, as they are no earlier than at the first question or the last of this
   * person.
   */
  Set<Observation> of(String registrationId) {
    if (asked.isEmpty()) {
      known.putAll(read(observations, session, people));
    } else if (asked.contains(registrationId)) {
      known.put(
          registrationId, of(read(observations, session, List.of(registrationId)), registrationId));
    }
    asked.add(registrationId);
    return of(known, registrationId);
  }

  /** Which of these are others now than they were when they were asked for. */
  Set<String> changedOf(Collection<String> registrationIds) {
    Set<String> changed = new LinkedHashSet<>();
    if (!registrationIds.isEmpty()) {
      Map<String, Set<Observation>> now = read(observations, session, registrationIds);
      for (String id : registrationIds) {
        if (!of(known, id).equals(of(now, id))) {
          changed.add(id);
        }
      }
    }
    return changed;
  }

  private static Set<Observation> of(Map<String, Set<Observation>> credits, String id) {
    return credits.getOrDefault(id, Set.of());
  }

  /** Those of each of these people who has any. */
  static Map<String, Set<Observation>> read(
      Observations observations, SessionKey session, Collection<String> registrationIds) {
    Map<String, Set<Observation>> read = new HashMap<>();
    for (Observation observation : observations.creditedIn(session, registrationIds)) {
      for (String id : observation.credited()) {
        read.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(observation);
      }
    }
    return read;
  }
}
