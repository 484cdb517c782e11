package org.cocreation.attendance.domain.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Identity;

/**
 * Takes in observations that no file brings: scans at the door, clicks on personal links, what
 * connectors tell as it happens. They become observations like the rows of a file, are matched and
 * decided like them, and after closing what they change is a correction.
 *
 * <p>The same thing told again changes nothing; of two revisions of it the higher counts, whichever
 * came first; and what comes late, or before the programme or the person is known here, comes to
 * the same in the end. A crash in the middle is made good by telling it once more, and by the
 * sweep.
 */
public final class Observe {

  /** Why attendance that already counted changes. */
  public static final String LATER = "Evidence arrived after the session was closed.";

  private final Observations observations;
  private final Gather gather;

  /**
   * @param batch how many observations are saved together
   */
  public Observe(Observations observations, Rematch rematch, Assess assess, int batch) {
    this.observations = observations;
    this.gather = new Gather(observations, rematch, assess, batch);
  }

  /**
   * Takes in what was seen in one session.
   *
   * @return the origins of what names nobody, neither by id nor by address nor by name: it was left
   *     out
   */
  public List<Origin> observe(SessionKey session, Collection<Observed> seen) {
    return observe(session, seen, LATER);
  }

  /**
   * As {@link #observe(SessionKey, Collection)}.
   *
   * @param reason why attendance that already counts changes
   */
  public List<Origin> observe(SessionKey session, Collection<Observed> seen, String reason) {
    Map<Origin, Observed> latest = new LinkedHashMap<>();
    for (Observed each : seen) {
      latest.merge(each.origin(), each, (one, two) -> two.revision() > one.revision() ? two : one);
    }
    Map<Origin, Integer> known = new HashMap<>();
    List<Observation> holding = observations.holding(latest.keySet());
    for (Observation observation : holding) {
      observation
          .entries()
          .forEach(entry -> known.merge(entry.origin(), entry.revision(), Math::max));
    }
    latest.values().removeIf(each -> each.revision() < known.getOrDefault(each.origin(), 0));
    Map<Identity, List<Observed>> byIdentity = Gather.byIdentity(latest.values());
    gather.bringIn(
        session, byIdentity, (was, entries) -> was.told(entries, reason), reason, done -> {});
    takeOutOfOthers(session, byIdentity, latest, holding);
    List<Origin> nameless = new ArrayList<>();
    latest
        .values()
        .forEach(
            each -> {
              if (each.identity().isEmpty()) {
                nameless.add(each.origin());
              }
            });
    return nameless;
  }

  /** A later revision may name somebody else, or another session, than an earlier one did. */
  private void takeOutOfOthers(
      SessionKey session,
      Map<Identity, List<Observed>> byIdentity,
      Map<Origin, Observed> latest,
      List<Observation> holding) {
    Map<Origin, String> at = new HashMap<>();
    byIdentity.forEach(
        (identity, all) ->
            all.forEach(each -> at.put(each.origin(), Observation.idOf(session, identity))));
    Map<SessionKey, Set<String>> others = new LinkedHashMap<>();
    for (Observation observation : holding) {
      boolean moved =
          observation.entries().stream()
              .anyMatch(entry -> movedAway(entry, observation.observationId(), at, latest));
      if (moved) {
        others
            .computeIfAbsent(observation.session(), key -> new LinkedHashSet<>())
            .add(observation.observationId());
      }
    }
    others.forEach(
        (theirs, ids) ->
            gather.takeOut(
                theirs,
                List.copyOf(ids),
                is -> is.without(entry -> movedAway(entry, is.observationId(), at, latest), LATER),
                LATER,
                done -> {}));
  }

  private static boolean movedAway(
      Entry entry, String observationId, Map<Origin, String> at, Map<Origin, Observed> latest) {
    Observed now = latest.get(entry.origin());
    return now != null
        && entry.revision() < now.revision()
        && !observationId.equals(at.get(entry.origin()));
  }
}
