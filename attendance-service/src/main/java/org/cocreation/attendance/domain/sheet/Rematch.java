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
 * Matches observations to the roster as it is now. A decision is never touched, and once a
 * session's attendance counts only what still waits is looked up: a namesake who registers later
 * takes nothing from anybody.
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
   */
  public Rematched match(String programmeId, Collection<Observation> some) {
    Map<SessionKey, Set<String>> touched = new HashMap<>();
    Map<String, Observation> latest = byId(some);
    Map<String, Observation> left = byId(some);
    for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
      left.values().forEach(each -> note(touched, each));
      Set<String> counting = counting(left.values());
      left.values().removeIf(each -> !open(each, counting));
      Set<String> again = new LinkedHashSet<>();
      // Observations of one identity in several sessions may carry different names.
      for (List<Observation> session :
          left.values().stream().collect(Collectors.groupingBy(Observation::session)).values()) {
        Map<Identity, Match> matches =
            matcher.match(
                programmeId, session.stream().flatMap(each -> each.seenAs().stream()).toList());
        for (Observation saved : save(session, matches)) {
          latest.put(saved.observationId(), saved);
          note(touched, saved);
          Match wanted = Objects.requireNonNull(matches.get(saved.identity()));
          if (saved.decision() == null && !saved.match().equals(wanted)) {
            again.add(saved.observationId());
          }
        }
      }
      left.keySet().retainAll(again);
      left.replaceAll((id, each) -> Objects.requireNonNull(latest.get(id)));
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          left.size() + " observations kept changing while they were matched");
    }
    return new Rematched(touched, List.copyOf(latest.values()));
  }

  /** What these would be taken for if they were saved as they are; nothing is saved. */
  List<Observation> foresee(String programmeId, Collection<Observation> some) {
    return foresee(matcher, programmeId, some);
  }

  /** The same by another matcher. */
  List<Observation> foresee(RosterMatcher other, String programmeId, Collection<Observation> some) {
    Set<String> counting = counting(some);
    Map<String, Observation> latest = byId(some);
    Map<SessionKey, List<Observation>> bySession =
        some.stream()
            .filter(each -> open(each, counting))
            .collect(Collectors.groupingBy(Observation::session));
    for (List<Observation> session : bySession.values()) {
      Map<Identity, Match> matches =
          other.match(
              programmeId, session.stream().flatMap(each -> each.seenAs().stream()).toList());
      for (Observation each : session) {
        latest.put(
            each.observationId(),
            each.matchedAs(Objects.requireNonNull(matches.get(each.identity()))));
      }
    }
    return List.copyOf(latest.values());
  }

  /** Whether matching may say anything about it. */
  private static boolean open(Observation each, Set<String> counting) {
    return each.decision() == null
        && !each.entries().isEmpty()
        && (!counting.contains(each.session().value()) || each.waits());
  }

  private Set<String> counting(Collection<Observation> some) {
    return sheets
        .findAll(some.stream().map(each -> each.session().value()).distinct().toList())
        .values()
        .stream()
        .filter(Sheet::counting)
        .map(sheet -> sheet.session().value())
        .collect(Collectors.toSet());
  }

  /**
   * Saves the matches of observations that nobody changed since they were read; says how each
   * stands now.
   */
  private List<Observation> save(List<Observation> session, Map<Identity, Match> matches) {
    Map<String, Function<Optional<Observation>, Decided<Observation, Observation>>> decisions =
        new LinkedHashMap<>();
    for (Observation was : session) {
      Match match = Objects.requireNonNull(matches.get(was.identity()));
      if (was.match().equals(match)) {
        continue;
      }
      decisions.put(
          was.observationId(),
          found -> {
            Observation is = found.orElse(was);
            if (is.revision() != was.revision()) {
              return Decided.unchanged(is);
            }
            Observation next = is.matchedAs(match);
            return Decided.of(next, next);
          });
    }
    return decisions.isEmpty() ? List.of() : observations.changeAll(decisions);
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

  /**
   * What matching again came to.
   *
   * @param touched for each session, the people to whom any of them counted before or counts now,
   *     whether or not that changed
   * @param latest the observations as they stand now
   */
  public record Rematched(Map<SessionKey, Set<String>> touched, List<Observation> latest) {

    /** Keeps its own copies. */
    public Rematched {
      touched = Map.copyOf(touched);
      latest = List.copyOf(latest);
    }

    /** The people touched in one session. */
    public Set<String> in(SessionKey session) {
      return touched.getOrDefault(session, Set.of());
    }
  }
}
