package org.cocreation.attendance.domain.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cocreation.attendance.domain.AttendanceEvent;
import org.cocreation.attendance.domain.InMemory;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.matching.Alias;
import org.cocreation.attendance.domain.matching.Aliases;
import org.cocreation.attendance.domain.matching.Match;
import org.cocreation.attendance.domain.matching.PersonKeys;
import org.cocreation.attendance.domain.presence.Outcome;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Programme;
import org.cocreation.attendance.domain.roster.Programmes;
import org.cocreation.attendance.domain.roster.Roster;
import org.cocreation.attendance.domain.roster.RosterKey;

/** The ports of the domain, kept in memory. */
public final class InMemoryDocuments {

  private InMemoryDocuments() {}

  public static final class MemoryProgrammes extends InMemory<Programme> implements Programmes {
    MemoryProgrammes(List<AttendanceEvent> events) {
      super(events);
    }
  }

  public static final class MemoryRoster extends InMemory<Person> implements Roster {
    MemoryRoster(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public List<Person> page(String programmeId, String after, int limit) {
      return all()
          .filter(
              person ->
                  person.programmeId().equals(programmeId)
                      && person.registrationId().compareTo(after) > 0)
          .sorted(Comparator.comparing(Person::registrationId))
          .limit(limit)
          .toList();
    }

    @Override
    public Map<RosterKey, List<Person>> bearers(Collection<RosterKey> keys, int each) {
      Set<RosterKey> wanted = new HashSet<>(keys);
      Map<RosterKey, List<Person>> bearers = new HashMap<>();
      all()
          .sorted(Comparator.comparing(Person::registrationId))
          .forEach(
              person ->
                  PersonKeys.of(person).stream()
                      .filter(wanted::contains)
                      .map(key -> bearers.computeIfAbsent(key, k -> new ArrayList<>()))
                      .filter(people -> people.size() < each)
                      .forEach(people -> people.add(person)));
      return bearers;
    }

    @Override
    public Optional<Person> holderOf(String linkHash) {
      return all()
          .filter(person -> person.link() != null && person.link().hash().equals(linkHash))
          .findFirst();
    }
  }

  public static final class MemoryAliases extends InMemory<Alias> implements Aliases {
    MemoryAliases(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public List<String> standingFor(Collection<String> registrationIds) {
      return all()
          .filter(alias -> alias.people().stream().anyMatch(registrationIds::contains))
          .map(alias -> Alias.idOf(alias.programmeId(), alias.identity()))
          .toList();
    }
  }

  public static final class MemoryObservations extends InMemory<Observation>
      implements Observations {
    MemoryObservations(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public List<Observation> creditedTo(Collection<String> registrationIds) {
      return all()
          .filter(each -> each.credited().stream().anyMatch(registrationIds::contains))
          .toList();
    }

    @Override
    public List<Observation> creditedIn(SessionKey session, Collection<String> registrationIds) {
      return creditedTo(registrationIds).stream()
          .filter(each -> each.session().equals(session))
          .toList();
    }

    @Override
    public List<Observation> carrying(Collection<RosterKey> keys) {
      return all()
          .filter(each -> !each.entries().isEmpty())
          .filter(
              each ->
                  keys.contains(each.identity().key(each.session().programmeId()))
                      || each.seenAs().stream()
                          .flatMap(seen -> seen.keys(each.session().programmeId()).stream())
                          .anyMatch(keys::contains))
          .toList();
    }

    @Override
    public List<String> ofImport(String importId) {
      return all()
          .filter(each -> each.entries().stream().anyMatch(entry -> entry.origin().isOf(importId)))
          .map(Observation::observationId)
          .toList();
    }

    @Override
    public List<Observation> holding(Collection<Origin> origins) {
      return all()
          .filter(each -> each.entries().stream().anyMatch(e -> origins.contains(e.origin())))
          .toList();
    }

    @Override
    public List<Observation> page(
        SessionKey session, Optional<Match.State> state, String after, int limit) {
      return all()
          .filter(each -> each.session().equals(session) && !each.entries().isEmpty())
          .filter(each -> state.isEmpty() || each.standing().state() == state.get())
          .filter(each -> each.observationId().compareTo(after) > 0)
          .limit(limit)
          .toList();
    }

    @Override
    public int waiting(SessionKey session) {
      return page(session, Optional.of(Match.State.WAITING), "", Integer.MAX_VALUE).size();
    }

    @Override
    public List<String> unsettled(int limit) {
      return all()
          .filter(each -> each.unsettled() != null)
          .map(Observation::observationId)
          .limit(limit)
          .toList();
    }
  }

  public static final class MemoryImports extends InMemory<Import> implements Imports {
    MemoryImports(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public List<Import> page(SessionKey session, String after, int limit) {
      return all()
          .filter(each -> each.session().equals(session) && each.position().compareTo(after) > 0)
          .sorted(Comparator.comparing(Import::position))
          .limit(limit)
          .toList();
    }

    @Override
    public int count(SessionKey session, Import.Status status) {
      return (int)
          all().filter(each -> each.session().equals(session) && each.status() == status).count();
    }

    @Override
    public List<Import> previewedBefore(Instant time) {
      return all()
          .filter(each -> each.status() == Import.Status.PREVIEW)
          .filter(each -> each.touchedAt().isBefore(time))
          .toList();
    }

    @Override
    public List<Import> unfinished(Instant untouchedSince) {
      return all()
          .filter(Import::unfinished)
          .filter(each -> each.touchedAt().isBefore(untouchedSince))
          .toList();
    }
  }

  public static final class MemoryUploads implements Uploads {
    public final Map<String, Stored> kept = new HashMap<>();

    @Override
    public void keep(String importId, Stored upload) {
      kept.put(importId, upload);
    }

    @Override
    public Optional<Stored> find(String importId) {
      return Optional.ofNullable(kept.get(importId));
    }

    @Override
    public void drop(String importId) {
      kept.remove(importId);
    }

    @Override
    public boolean keepUntil(String importId, Instant until) {
      return kept.computeIfPresent(
              importId, (id, was) -> new Stored(was.contents(), was.mapping(), until))
          != null;
    }

    @Override
    public void dropExpired(Instant now) {
      kept.values().removeIf(stored -> stored.until().isBefore(now));
    }
  }

  static final class MemoryHappenings extends InMemory<Happening> implements Happenings {
    MemoryHappenings(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public List<Happening> page(SessionKey session, String after, int limit) {
      return all()
          .filter(each -> each.session().equals(session) && each.position().compareTo(after) > 0)
          .sorted(Comparator.comparing(Happening::position))
          .limit(limit)
          .toList();
    }

    @Override
    public List<String> about(Collection<String> registrationIds) {
      return all()
          .filter(each -> each.registrationIds().stream().anyMatch(registrationIds::contains))
          .map(Happening::happeningId)
          .toList();
    }
  }

  public static final class MemorySheets extends InMemory<Sheet> implements Sheets {
    MemorySheets(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public List<Sheet> closing() {
      return all().filter(each -> each.status() == Sheet.Status.CLOSING).toList();
    }
  }

  public static final class MemoryAttendances extends InMemory<Attendance> implements Attendances {
    MemoryAttendances(List<AttendanceEvent> events) {
      super(events);
    }

    @Override
    public Tally tally(SessionKey session) {
      return new Tally(
          count(session, Outcome.ATTENDED),
          count(session, Outcome.NOT_ATTENDED),
          count(session, Outcome.UNKNOWN));
    }

    @Override
    public List<Attendance> untold(int limit) {
      return all().filter(each -> !each.untold().isEmpty()).limit(limit).toList();
    }

    private int count(SessionKey session, Outcome outcome) {
      return (int)
          all()
              .filter(each -> each.session().equals(session))
              .map(Attendance::recorded)
              .filter(each -> each != null && each.judgement().outcome() == outcome)
              .count();
    }
  }
}
