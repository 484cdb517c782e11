package org.cocreation.attendance.domain.sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.RosterMatcher;

/**
 * Matches observations to the roster as it is now. A decision is never touched, and once a session's attendance counts only what still waits is
 * looked up: a namesake who registers later takes nothing from anybody.
 */
public final class Rematch {

  private static final int ATTEMPTS = 20;

  private final RosterMatcher matcher;
  private final Observations observations;
  private final Sheets sheets;

  /** Matches these observations with this matcher. */
  public Rematch(RosterMatcher matcher, Observations observations, Sheets sheets) {
    this.matcher = matcher;
    this.observations = observations;
    this.sheets = sheets;
  }

  /**
   * Matches them again.
   *
   * @param some observations of one programme
   * @return for each session, the people to whom any of them counted before or counts now, whether or not that changed
   */
  public Map<SessionKey, Set<String>> match(String programmeId, Collection<Observation> some) {
    Map<SessionKey, Set<String>> touched = new HashMap<>();
    Map<String, Observation> left = byId(some);
    for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
      left.values().forEach(each -> note(touched, each));
      Set<String> counting =
          sheets
              .findAll(
                  left.values().stream().map(each -> each.session().value()).distinct().toList())
              .values()
              .stream()
              .filter(Sheet::counting)
              .map(sheet -> sheet.session().value())
              .collect(Collectors.toSet());
      left.values()
          .removeIf(
              each ->
                  each.decision() != null
                      || each.entries().isEmpty()
                      || (counting.contains(each.session().value()) && !each.waits()));
      if (left.isEmpty()) {
        break;
      }
      Map<Identity, Match> matches =
          new HashMap<>();
      // Observations of one identity in several sessions may carry different names.
      for (List<Observation> session :
          left.values().stream()
              .collect(Collectors.groupingBy(Observation::session))
              .values()) {
        matches.clear();
        matches.putAll(
            matcher.match(programmeId, session.stream().map(Observation::seen).toList()));
        Set<String> again = save(session, matches);
        session.forEach(
            each -> {
              if (!again.contains(each.observationId())) {
                left.remove(each.observationId());
              }
            });
      }
      Set<String> ids =
          some.stream().map(Observation::observationId).collect(Collectors.toSet());
      Map<String, Observation> latest = observations.findAll(ids);
      latest.values().forEach(each -> note(touched, each));
      left.replaceAll((id, each) -> latest.getOrDefault(id, each));
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          left.size() + " observations kept changing while they were matched");
    }
    return touched;
  }

  private Set<String> save(List<Observation> session, Map<Identity, Match> matches) {
    Map<String, Function<Optional<Observation>, Decided<Observation, Boolean>>> decisions =
        new LinkedHashMap<>();
    for (Observation was : session) {
      Match match = Objects.requireNonNull(matches.get(was.identity()));
      decisions.put(
          was.observationId(),
          found -> {
            Observation is = found.orElse(was);
            if (is.revision() != was.revision()) {
              return Decided.unchanged(false);
            }
            return is.match().equals(match)
                ? Decided.unchanged(true)
                : Decided.of(is.matchedAs(match), true);
          });
    }
    List<Boolean> done = observations.changeAll(decisions);
    Set<String> again = new LinkedHashSet<>();
    int i = 0;
    for (String id : decisions.keySet()) {
      if (!done.get(i++)) {
        again.add(id);
      }
    }
    return again;
  }

  private static Map<String, Observation> byId(Collection<Observation> some) {
    Map<String, Observation> byId = new LinkedHashMap<>();
    some.forEach(each -> byId.put(each.observationId(), each));
    return byId;
  }

  private static void note(Map<SessionKey, Set<String>> touched, Observation observation) {
    if (!observation.credited().isEmpty()) {
      touched
          .computeIfAbsent(observation.session(), key -> new LinkedHashSet<>())
          .addAll(observation.credited());
    }
  }
}
