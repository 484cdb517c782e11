package org.cocreation.attendance.domain.sheet;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Alias;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.attendance.domain.matching.Identity;
import org.cocreation.attendance.domain.matching.PersonKeys;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Programme;
import org.cocreation.attendance.domain.roster.Programmes;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.roster.RosterKey;

/**
 * Follows what other services say about programmes and people: keeps the roster, matches what was
 * waiting for a contact, and records people who come on the roster after a session was closed. All
 * of it may be told again, in any order between topics.
 */
public final class FollowRoster {

  static final String LATE = "The registration or contact arrived after the session was closed.";

  private static final int MOST_FILES = 10_000;

  private final Programmes programmes;
  private final Aliases aliases;
  private final Books books;
  private final Roster roster;
  private final Observations observations;
  private final Attendances attendances;
  private final Rematch rematch;
  private final Assess assess;
  private final Clock clock;

  /** Keeps these documents in step with the roster. */
  public FollowRoster(
      Programmes programmes,
      Aliases aliases,
      Books books,
      Rematch rematch,
      Assess assess,
      Clock clock) {
    this.programmes = programmes;
    this.aliases = aliases;
    this.books = books;
    this.roster = books.roster();
    this.observations = books.observations();
    this.attendances = books.attendances();
    this.rematch = rematch;
    this.assess = assess;
    this.clock = clock;
  }

  /** Programmes were set; the latest revision of each wins. */
  public void programmesSet(Collection<Programme> latest) {
    for (Programme programme : latest) {
      programmes.change(
          programme.programmeId(),
          found ->
              found.isPresent() && found.get().revision() >= programme.revision()
                  ? Decided.unchanged(false)
                  : Decided.of(programme, true));
    }
  }

  /** Something about people changed. */
  public void told(List<News> news) {
    Map<String, List<News>> byPerson = new LinkedHashMap<>();
    for (News each : news) {
      byPerson.computeIfAbsent(each.registrationId(), key -> new ArrayList<>()).add(each);
    }
    Map<String, Function<Optional<Person>, Decided<Person, Boolean>>> changes =
        new LinkedHashMap<>();
    byPerson.forEach(
        (id, all) ->
            changes.put(
                id,
                found -> {
                  Person was = found.orElseGet(() -> Person.unknown(id, all.get(0).programmeId()));
                  Person is = was;
                  for (News each : all) {
                    is = each.change().apply(is);
                  }
                  return found.isPresent() && is.equals(was)
                      ? Decided.unchanged(false)
                      : Decided.of(is, true);
                }));
    Map<String, Person> before = roster.findAll(byPerson.keySet());
    roster.changeAll(changes);
    follow(before.values(), byPerson.keySet());
  }

  /**
   * Everything that names these people is taken out: contact, choices and link, names and addresses
   * in observations about them, remembered decisions, coordinators' words about them, and files
   * that are still kept in their programmes.
   */
  public void erase(Collection<String> registrationIds) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Map<String, Person> people = roster.findAll(registrationIds);
    Set<RosterKey> keys = new HashSet<>();
    people.values().forEach(person -> keys.addAll(PersonKeys.exact(person)));
    Map<String, Observation> about = new LinkedHashMap<>();
    observations.carrying(keys).forEach(each -> about.put(each.observationId(), each));
    observations.creditedTo(registrationIds).forEach(each -> about.put(each.observationId(), each));
    Set<String> erased = Set.copyOf(registrationIds);
    about.values().removeIf(each -> isSomebodyElses(each, erased));
    observations.changeAll(each(about.keySet(), Observation::nameless));
    aliases.changeAll(each(aliases.standingFor(registrationIds), Alias::forget));
    attendances.changeAll(each(marksAbout(people.values()), Attendance::nameless));
    books
        .happenings()
        .changeAll(each(books.happenings().about(registrationIds), Happening::nameless));
    people.values().stream().map(Person::programmeId).distinct().forEach(this::dropFiles);
    // Last, as the keys above are found by it: a crash before this does all of it again.
    roster.changeAll(each(people.keySet(), person -> person.erased(now)));
  }

  /** Erasure of somebody of whom only this has arrived so far. */
  public void eraseFrom(String programmeId, String registrationId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    roster.change(
        registrationId,
        found ->
            found.isPresent()
                ? Decided.unchanged(false)
                : Decided.of(Person.unknown(registrationId, programmeId).erased(now), true));
    erase(List.of(registrationId));
  }

  private void follow(Collection<Person> before, Collection<String> registrationIds) {
    Map<String, Person> people = roster.findAll(registrationIds);
    Map<String, Set<String>> byProgramme = new HashMap<>();
    people
        .values()
        .forEach(
            person ->
                byProgramme
                    .computeIfAbsent(person.programmeId(), key -> new LinkedHashSet<>())
                    .add(person.registrationId()));
    Set<RosterKey> keys = new HashSet<>();
    before.forEach(person -> keys.addAll(PersonKeys.touching(person)));
    people.values().forEach(person -> keys.addAll(PersonKeys.touching(person)));
    // A scan or a click may arrive before the registration that it names.
    people
        .values()
        .forEach(
            person ->
                keys.add(
                    new Identity(Identity.Kind.REGISTRATION, person.registrationId())
                        .key(person.programmeId())));
    Map<String, Observation> about = new LinkedHashMap<>();
    observations.carrying(keys).forEach(each -> about.put(each.observationId(), each));
    observations.creditedTo(registrationIds).forEach(each -> about.put(each.observationId(), each));
    byProgramme.forEach(
        (programmeId, ids) -> {
          List<Observation> theirs =
              about.values().stream()
                  .filter(each -> each.session().programmeId().equals(programmeId))
                  .toList();
          Rematch.Rematched touched = rematch.match(programmeId, theirs);
          for (Sheet sheet : counting(programmeId)) {
            Set<String> all = new LinkedHashSet<>(ids);
            all.addAll(touched.in(sheet.session()));
            assess.again(sheet, all, LATE);
          }
        });
  }

  private List<Sheet> counting(String programmeId) {
    return programmes
        .find(programmeId)
        .map(
            programme ->
                books
                    .sheets()
                    .findAll(
                        programme.sessions().stream()
                            .map(session -> programme.key(session).value())
                            .toList())
                    .values()
                    .stream()
                    .filter(Sheet::counting)
                    .toList())
        .orElse(List.of());
  }

  private List<String> marksAbout(Collection<Person> people) {
    Map<String, List<Person>> byProgramme =
        people.stream().collect(Collectors.groupingBy(Person::programmeId));
    List<String> ids = new ArrayList<>();
    byProgramme.forEach(
        (programmeId, some) ->
            programmes
                .find(programmeId)
                .ifPresent(
                    programme ->
                        programme
                            .sessions()
                            .forEach(
                                session ->
                                    some.forEach(
                                        person ->
                                            ids.add(
                                                Attendance.idOf(
                                                    programme.key(session),
                                                    person.registrationId()))))));
    return ids;
  }

  /** A file that is still kept may name whoever was erased: it has to be sent again. */
  private void dropFiles(String programmeId) {
    programmes
        .find(programmeId)
        .map(Programme::sessions)
        .orElse(List.of())
        .forEach(
            session ->
                books
                    .imports()
                    .page(new SessionKey(programmeId, session.sessionId()), "", MOST_FILES)
                    .stream()
                    .filter(file -> !file.unfinished())
                    .forEach(file -> books.uploads().drop(file.importId())));
  }

  /** A row that counts for others alone is theirs, though they may bear the same name. */
  private static boolean isSomebodyElses(Observation observation, Set<String> erased) {
    return !observation.credited().isEmpty()
        && observation.credited().stream().noneMatch(erased::contains);
  }

  private static <S> Map<String, Function<Optional<S>, Decided<S, Boolean>>> each(
      Collection<String> ids, UnaryOperator<S> change) {
    Map<String, Function<Optional<S>, Decided<S, Boolean>>> changes = new LinkedHashMap<>();
    for (String id : ids) {
      changes.put(
          id,
          found -> {
            if (found.isEmpty()) {
              return Decided.unchanged(false);
            }
            S is = change.apply(found.get());
            return is.equals(found.get()) ? Decided.unchanged(false) : Decided.of(is, true);
          });
    }
    return changes;
  }

  /**
   * One thing that was told about one person.
   *
   * @param registrationId who
   * @param programmeId the programme of the registration
   * @param change what it makes of what is known; older news makes nothing of it
   */
  public record News(String registrationId, String programmeId, UnaryOperator<Person> change) {}
}
