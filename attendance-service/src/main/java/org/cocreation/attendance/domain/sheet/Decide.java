package org.cocreation.attendance.domain.sheet;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.RosterMatcher;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator decides who somebody in a feed is: one or several people, staff, or nobody; may
 * decide differently later, and may take the decision back. The decision is remembered for the
 * other sessions of the programme, except that "nobody" is remembered of an address only, as a name
 * may be somebody's next time.
 */
public final class Decide {

  private static final int MOST_PEOPLE = 20;
  private static final String NOT_SAID = "A coordinator decided who a row of a list is.";

  private final Directory directory;
  private final Roster roster;
  private final Observations observations;
  private final Happenings happenings;
  private final Remembered remembered;
  private final Rematch rematch;
  private final Function<Aliases, RosterMatcher> matchers;
  private final Assess assess;
  private final Foresee foresee;
  private final Clock clock;

  /**
   * @param matchers make a matcher that goes by other remembered decisions
   * @param batch how many people are looked at together
   */
  public Decide(
      Directory directory,
      Books books,
      Aliases aliases,
      Function<Aliases, RosterMatcher> matchers,
      Rematch rematch,
      Assess assess,
      Clock clock,
      int batch) {
    this.directory = directory;
    this.roster = books.roster();
    this.observations = books.observations();
    this.happenings = books.happenings();
    this.remembered = new Remembered(aliases);
    this.rematch = rematch;
    this.matchers = matchers;
    this.assess = assess;
    this.foresee = new Foresee(books.roster(), books.attendances(), assess, batch);
    this.clock = clock;
  }

  /**
   * Decides.
   *
   * @param state matched, staff or nobody
   * @param registrationIds the people, when matched
   * @return the observation as it stands then
   * @throws Refused when there is no such observation or person, or the session counts and no
   *     reason is given
   */
  public Observation decide(
      String observationId,
      Match.State state,
      List<String> registrationIds,
      @Nullable String reason,
      String by) {
    Observation found = observation(observationId);
    String why = directory.session(found.session()).reasonToo(reason);
    Decision decision = decision(found, state, registrationIds, why, by);
    observations.change(
        observationId,
        current -> {
          Observation is = current.orElse(found);
          return decision.saysTheSameAs(is.decision())
              ? Decided.unchanged(is)
              : Decided.of(is.decided(decision, Objects.requireNonNullElse(why, NOT_SAID)), is);
        });
    return settle(observationId);
  }

  /**
   * Takes a decision back: the remembered alias is forgotten and the observation matched
   * automatically again.
   *
   * @throws Refused when there is no such observation, or the session counts and no reason is given
   */
  public Observation withdraw(String observationId, @Nullable String reason, String by) {
    Observation found = observation(observationId);
    String why = directory.session(found.session()).reasonToo(reason);
    Import.Signed signed = new Import.Signed(by, now(), why);
    observations.change(
        observationId,
        current -> {
          Observation is = current.orElse(found);
          return is.decision() == null
              ? Decided.unchanged(is)
              : Decided.of(is.undecided(Objects.requireNonNullElse(why, NOT_SAID), signed), is);
        });
    return settle(observationId);
  }

  /**
   * Says what a decision would change, in this session and by being remembered in the programme's
   * others; nothing is changed.
   *
   * @throws Refused when there is no such observation or person
   */
  public Foreseen preview(
      String observationId, Match.State state, List<String> registrationIds, String by) {
    Observation found = observation(observationId);
    return foreseen(
        found, found.decided(decision(found, state, registrationIds, null, by), NOT_SAID));
  }

  /**
   * Says what taking the decision back would change; nothing is changed.
   *
   * @throws Refused when there is no such observation
   */
  public Foreseen previewWithdrawal(String observationId, String by) {
    Observation found = observation(observationId);
    return found.decision() == null
        ? Foreseen.of(List.of())
        : foreseen(found, found.undecided(NOT_SAID, new Import.Signed(by, now(), null)));
  }

  private Foreseen foreseen(Observation before, Observation after) {
    String programmeId = before.session().programmeId();
    Map<String, Observation> now = alike(before);
    Map<String, Observation> then = new LinkedHashMap<>(now);
    then.put(after.observationId(), after);
    List<Observation> matched =
        rematch.foresee(matchers.apply(remembered.foreseen(after)), programmeId, then.values());
    List<Foreseen.Item> items = new ArrayList<>();
    for (Observation each : matched) {
      Observation was = Objects.requireNonNull(now.get(each.observationId()));
      items.addAll(foresee.changes(directory.session(each.session()), List.of(was), List.of(each)));
    }
    return Foreseen.of(items);
  }

  /** The observations of the same identity in the programme, this one among them. */
  private Map<String, Observation> alike(Observation one) {
    Map<String, Observation> alike = new LinkedHashMap<>();
    alike.put(one.observationId(), one);
    observations
        .carrying(List.of(one.identity().key(one.session().programmeId())))
        .forEach(each -> alike.putIfAbsent(each.observationId(), each));
    return alike;
  }

  /** Does what follows from the last change of an observation; again, nothing. */
  Observation settle(String observationId) {
    Observation changed = observation(observationId);
    Unsettled unsettled = changed.unsettled();
    if (unsettled == null) {
      return changed;
    }
    if (unsettled.decided()) {
      remembered.update(changed);
    }
    Rematch.Rematched touched =
        rematch.match(changed.session().programmeId(), alike(changed).values());
    Map<SessionKey, Set<String>> people = new LinkedHashMap<>();
    people.put(changed.session(), new LinkedHashSet<>(unsettled.registrationIds()));
    touched
        .touched()
        .forEach(
            (session, ids) ->
                people.computeIfAbsent(session, key -> new LinkedHashSet<>()).addAll(ids));
    people.forEach((session, ids) -> assess.again(session, ids, unsettled.reason()));
    happenings.tell(unsettled.untold());
    return observations.change(
        observationId,
        current -> {
          Observation is = current.orElse(changed);
          if (!unsettled.equals(is.unsettled())) {
            return Decided.unchanged(is);
          }
          Observation settled = is.settled();
          return Decided.of(settled, settled);
        });
  }

  private Decision decision(
      Observation about,
      Match.State state,
      List<String> registrationIds,
      @Nullable String why,
      String by) {
    List<String> people = List.copyOf(new LinkedHashSet<>(registrationIds));
    check(about.session().programmeId(), state, people);
    return new Decision(state, people, why, by, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void check(String programmeId, Match.State state, List<String> people) {
    if (state == Match.State.WAITING) {
      throw invalid("Decide for match, staff or nobody.");
    }
    if (state == Match.State.MATCHED && (people.isEmpty() || people.size() > MOST_PEOPLE)) {
      throw invalid("A match names from one to " + MOST_PEOPLE + " registrations.");
    }
    if (state != Match.State.MATCHED && !people.isEmpty()) {
      throw invalid("Only a match names registrations.");
    }
    Map<String, Person> found = roster.findAll(people);
    for (String id : people) {
      Person person = found.get(id);
      if (person == null || !person.programmeId().equals(programmeId) || !person.matchable()) {
        throw new Refused(
            Refused.Reason.UNKNOWN_REGISTRATION,
            "One of the registrations is not on the roster of this programme.",
            Map.of("registrationId", id));
      }
    }
  }

  private Observation observation(String observationId) {
    return observations
        .find(observationId)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Reason.UNKNOWN_OBSERVATION, "There is no observation with this id."));
  }

  private static Refused invalid(String message) {
    return new Refused(Refused.Reason.INVALID_DECISION, message);
  }
}
