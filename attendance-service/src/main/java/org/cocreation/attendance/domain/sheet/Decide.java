package org.cocreation.attendance.domain.sheet;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Alias;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.Match;
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
  private final Aliases aliases;
  private final Observations observations;
  private final Rematch rematch;
  private final Assess assess;
  private final Clock clock;

  /** Decides about these observations. */
  public Decide(
      Directory directory,
      Roster roster,
      Aliases aliases,
      Observations observations,
      Rematch rematch,
      Assess assess,
      Clock clock) {
    this.directory = directory;
    this.roster = roster;
    this.aliases = aliases;
    this.observations = observations;
    this.rematch = rematch;
    this.assess = assess;
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
    List<String> people = List.copyOf(new LinkedHashSet<>(registrationIds));
    check(found.session().programmeId(), state, people);
    Decision decision =
        new Decision(state, people, why, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
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
  public Observation withdraw(String observationId, @Nullable String reason) {
    Observation found = observation(observationId);
    String why = directory.session(found.session()).reasonToo(reason);
    observations.change(
        observationId,
        current -> {
          Observation is = current.orElse(found);
          return is.decision() == null
              ? Decided.unchanged(is)
              : Decided.of(is.undecided(Objects.requireNonNullElse(why, NOT_SAID)), is);
        });
    return settle(observationId);
  }

  /** Does what follows from the last decision; again, nothing. */
  Observation settle(String observationId) {
    Observation decided = observation(observationId);
    Unsettled unsettled = decided.unsettled();
    if (unsettled == null) {
      return decided;
    }
    SessionKey session = decided.session();
    if (unsettled.decided()) {
      remember(decided);
    }
    Rematch.Rematched touched =
        rematch.match(
            session.programmeId(),
            observations.carrying(List.of(decided.identity().key(session.programmeId()))));
    Set<String> people = new LinkedHashSet<>(unsettled.registrationIds());
    people.addAll(decided.credited());
    people.addAll(touched.in(session));
    assess.again(session, people, unsettled.reason());
    return observations.change(
        observationId,
        current -> {
          Observation is = current.orElse(decided);
          if (!unsettled.equals(is.unsettled())) {
            return Decided.unchanged(is);
          }
          Observation settled = is.settled();
          return Decided.of(settled, settled);
        });
  }

  private void remember(Observation decided) {
    Identity identity = decided.identity();
    String programmeId = decided.session().programmeId();
    Decision decision = decided.decision();
    boolean lasting =
        decision != null
            && identity.worthRemembering()
            && identity.kind() != Identity.Kind.REGISTRATION
            && (decision.state() != Match.State.NOBODY || identity.kind() == Identity.Kind.EMAIL);
    aliases.change(
        Alias.idOf(programmeId, identity),
        found -> {
          Alias was = found.orElseGet(() -> Alias.none(programmeId, identity));
          Alias is =
              lasting
                  ? was.taught(identity, lesson(decided.session(), Objects.requireNonNull(decision)))
                  : was.untaught(decided.session().sessionId());
          return is.equals(was) || (found.isEmpty() && is.lessons().isEmpty())
              ? Decided.unchanged(false)
              : Decided.of(is, true);
        });
  }

  private static Alias.Lesson lesson(SessionKey session, Decision decision) {
    return new Alias.Lesson(
        session.sessionId(),
        decision.state(),
        decision.registrationIds(),
        decision.by(),
        decision.at());
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
