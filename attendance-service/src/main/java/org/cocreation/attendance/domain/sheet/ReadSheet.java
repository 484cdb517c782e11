package org.cocreation.attendance.domain.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.Refused;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.Suggestion;
import org.cocreation.attendance.domain.matching.Suggestions;
import org.cocreation.attendance.domain.presence.Judge;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.attendance.domain.presence.Mark;
import org.cocreation.attendance.domain.presence.Schedule;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Programme;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.sheet.Directory.Held;
import org.jspecify.annotations.Nullable;

/**
 * Shows what is known of a session: each person with why, what waits for a decision, and what a
 * participant may see. Changes nothing.
 */
public final class ReadSheet {

  private final Directory directory;
  private final Roster roster;
  private final Observations observations;
  private final Attendances attendances;
  private final Happenings happenings;
  private final Assess assess;
  private final Suggestions suggestions;

  /** Reads from these. */
  public ReadSheet(Directory directory, Books books, Assess assess, Suggestions suggestions) {
    this.directory = directory;
    this.roster = books.roster();
    this.observations = books.observations();
    this.attendances = books.attendances();
    this.happenings = books.happenings();
    this.assess = assess;
    this.suggestions = suggestions;
  }

  /**
   * A session's people in order of registration id.
   *
   * @param after the last one of the page before; "" for the first page
   */
  public List<Line> lines(SessionKey session, String after, int limit) {
    Held held = directory.session(session);
    List<Person> people = new ArrayList<>();
    String last = after;
    while (people.size() < limit) {
      List<Person> page = roster.page(session.programmeId(), last, limit);
      page.stream().filter(Person::rostered).limit(limit - people.size()).forEach(people::add);
      if (page.size() < limit) {
        break;
      }
      last = page.get(page.size() - 1).registrationId();
    }
    return lines(held, people);
  }

  /**
   * One person of a session.
   *
   * @throws Refused when they are not on the roster
   */
  public Line line(SessionKey session, String registrationId) {
    Held held = directory.session(session);
    Person person =
        roster
            .find(registrationId)
            .filter(each -> each.programmeId().equals(session.programmeId()))
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Reason.UNKNOWN_PERSON,
                        "This registration is not on the roster of this programme."));
    return lines(held, List.of(person)).get(0);
  }

  /** Observations of a session that have rows, with suggestions for those that wait. */
  public List<Seen> seen(SessionKey session, Optional<Match.State> state, String after, int limit) {
    directory.session(session);
    return seen(session.programmeId(), observations.page(session, state, after, limit));
  }

  /**
   * One observation.
   *
   * @throws Refused when there is none with this id
   */
  public Seen seen(String observationId) {
    Observation found =
        observations
            .find(observationId)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Reason.UNKNOWN_OBSERVATION,
                        "There is no observation with this id."));
    return seen(found.session().programmeId(), List.of(found)).get(0);
  }

  /** The sessions of a programme with their sheets. */
  public List<Held> sessions(String programmeId) {
    Programme programme = directory.programme(programmeId);
    return programme.sessions().stream()
        .map(session -> directory.session(programme.key(session)))
        .toList();
  }

  /**
   * What was recorded about a participant, session by session; empty for those that do not count
   * yet.
   */
  public Map<Held, Optional<Attendance.Recorded>> of(Person person) {
    Map<Held, Optional<Attendance.Recorded>> all = new LinkedHashMap<>();
    List<Held> sessions;
    try {
      sessions = sessions(person.programmeId());
    } catch (Refused programmeNotHereYet) {
      return all;
    }
    Map<String, Attendance> recorded =
        attendances.findAll(
            sessions.stream()
                .map(held -> Attendance.idOf(held.key(), person.registrationId()))
                .toList());
    for (Held held : sessions) {
      all.put(
          held,
          Optional.ofNullable(recorded.get(Attendance.idOf(held.key(), person.registrationId())))
              .map(Attendance::recorded));
    }
    return all;
  }

  /**
   * Who did what in a session, when and why; the latest first.
   *
   * @param after the {@link Happening#position} of the last one of the page before; "" for the
   *     first page
   */
  public List<Happening> history(SessionKey session, String after, int limit) {
    return happenings.page(directory.session(session).key(), after, limit);
  }

  private List<Seen> seen(String programmeId, List<Observation> page) {
    Map<Identity, List<Suggestion>> suggested =
        suggestions.suggest(
            programmeId, page.stream().filter(Observation::waits).map(Observation::seen).toList());
    return page.stream()
        .map(
            each ->
                new Seen(
                    each,
                    each.waits() ? suggested.getOrDefault(each.identity(), List.of()) : List.of()))
        .toList();
  }

  private List<Line> lines(Held held, List<Person> people) {
    List<String> ids = people.stream().map(Person::registrationId).toList();
    Map<String, Set<Observation>> credits = assess.credits(held.key(), ids);
    Map<String, Attendance> attendance =
        attendances.findAll(ids.stream().map(id -> Attendance.idOf(held.key(), id)).toList());
    Schedule schedule = held.schedule();
    List<Line> lines = new ArrayList<>();
    for (Person person : people) {
      Set<Observation> about = credits.getOrDefault(person.registrationId(), Set.of());
      Attendance own =
          attendance.getOrDefault(
              Attendance.idOf(held.key(), person.registrationId()),
              Attendance.none(held.key(), person.registrationId()));
      Judgement judgement =
          Judge.judge(schedule, Assess.evidence(about), Optional.ofNullable(own.mark()));
      lines.add(
          new Line(
              person,
              judgement,
              List.copyOf(about),
              schedule,
              own.mark(),
              Conflicts.of(schedule, about, own.mark()),
              own.recorded()));
    }
    return lines;
  }

  /**
   * One person on the sheet.
   *
   * @param person who
   * @param judgement what the evidence comes to now
   * @param about the observations whose rows count for them
   * @param schedule by which it is judged
   * @param mark a coordinator's word; null when there is none
   * @param conflicts what does not go together in the evidence
   * @param recorded what was last announced; null before closing
   */
  public record Line(
      Person person,
      Judgement judgement,
      List<Observation> about,
      Schedule schedule,
      @Nullable Mark mark,
      List<Conflict> conflicts,
      Attendance.@Nullable Recorded recorded) {}

  /**
   * An observation as a coordinator sees it.
   *
   * @param observation the observation
   * @param suggestions who might be meant, the likeliest first
   */
  public record Seen(Observation observation, List<Suggestion> suggestions) {}
}
