package org.cocreation.attendance.domain.sheet;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.presence.Evidence;
import org.cocreation.attendance.domain.presence.Judge;
import org.cocreation.attendance.domain.presence.Judgement;
import org.cocreation.attendance.domain.presence.Schedule;
import org.cocreation.attendance.domain.roster.Person;
import org.cocreation.attendance.domain.roster.Roster;

/**
 * Looks (again) at what the evidence comes to for people in a session whose attendance counts, and
 * records or corrects what differs. Doing it once more changes nothing.
 *
 * <p>The attendance is read, then the evidence, and the attendance is written if nobody has written
 * it meanwhile. Whoever changes evidence does so before asking for this. So of two at the same time
 * the one who writes later has seen what the other did, except where one of them found that nothing
 * changes and wrote nothing: that can only be with attendance that counts already, and for such the
 * evidence is read once more after the write. Somebody off the roster whose attendance does not
 * count is written neither; should they have left in that very moment, the next news of them makes
 * it good.
 */
public final class Assess {

  private static final int ATTEMPTS = 20;

  private final Roster roster;
  private final Observations observations;
  private final Attendances attendances;
  private final Sheets sheets;
  private final Happenings happenings;
  private final Clock clock;
  private final int batch;

  /**
   * @param batch how many people are looked at together
   */
  public Assess(Books books, Clock clock, int batch) {
    this.roster = books.roster();
    this.observations = books.observations();
    this.attendances = books.attendances();
    this.sheets = books.sheets();
    this.happenings = books.happenings();
    this.clock = clock;
    this.batch = batch;
  }

  /**
   * Looks again at people, if the session's attendance counts by now; otherwise there is nothing to
   * do yet.
   */
  public void again(SessionKey session, Collection<String> registrationIds, String reason) {
    if (!registrationIds.isEmpty()) {
      Sheet sheet = sheets.of(session);
      if (sheet.counting()) {
        again(sheet, registrationIds, reason);
      }
    }
  }

  void again(Sheet sheet, Collection<String> registrationIds, String reason) {
    List<String> all = new ArrayList<>(new LinkedHashSet<>(registrationIds));
    for (int from = 0; from < all.size(); from += batch) {
      List<String> some = all.subList(from, Math.min(all.size(), from + batch));
      together(sheet, onRoster(some), reason, same -> same, false);
    }
  }

  /**
   * Records people who were just read from the roster and are on it, most of them for the first
   * time.
   *
   * @param rostered whether each of them is
   */
  void all(Sheet sheet, Map<String, Boolean> rostered, String reason) {
    Map<String, Boolean> onRoster = new LinkedHashMap<>(rostered);
    onRoster.values().removeIf(is -> !is);
    together(sheet, onRoster, reason, same -> same, true);
  }

  /** Changes what is known of one person and judges it in the same write. */
  void changing(
      Sheet sheet, String registrationId, String reason, UnaryOperator<Attendance> change) {
    together(sheet, onRoster(List.of(registrationId)), reason, change, false);
  }

  /** Puts what happened to attendances into the history of their sessions. */
  void tell(Collection<Attendance> some) {
    Map<String, List<Happening>> untold = new LinkedHashMap<>();
    for (Attendance each : some) {
      if (!each.untold().isEmpty()) {
        untold.put(Attendance.idOf(each.session(), each.registrationId()), each.untold());
      }
    }
    if (untold.isEmpty()) {
      return;
    }
    happenings.tell(untold.values().stream().flatMap(List::stream).toList());
    Map<String, Function<Optional<Attendance>, Decided<Attendance, Boolean>>> told =
        new LinkedHashMap<>();
    untold.forEach(
        (id, all) ->
            told.put(
                id,
                found ->
                    found.isEmpty() || found.get().untold().isEmpty()
                        ? Decided.unchanged(false)
                        : Decided.of(found.get().told(all), true)));
    attendances.changeAll(told);
  }

  private Map<String, Boolean> onRoster(List<String> registrationIds) {
    Map<String, Person> people = roster.findAll(registrationIds);
    Map<String, Boolean> onRoster = new LinkedHashMap<>();
    for (String id : registrationIds) {
      Person person = people.get(id);
      onRoster.put(id, person != null && person.rostered());
    }
    return onRoster;
  }

  private void together(
      Sheet sheet,
      Map<String, Boolean> people,
      String reason,
      UnaryOperator<Attendance> change,
      boolean first) {
    Schedule schedule = Objects.requireNonNull(sheet.judgedBy());
    SessionKey session = sheet.session();
    Set<String> left = new LinkedHashSet<>(people.keySet());
    for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
      Credits credits = new Credits(observations, session, left);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Set<String> counted = new LinkedHashSet<>();
      Map<String, Function<Optional<Attendance>, Decided<Attendance, Optional<Attendance>>>>
          decisions = new LinkedHashMap<>();
      for (String id : left) {
        boolean onRoster = Boolean.TRUE.equals(people.get(id));
        decisions.put(
            Attendance.idOf(session, id),
            found -> {
              Attendance is = found.orElseGet(() -> Attendance.none(session, id));
              if (is.recorded() != null) {
                counted.add(id);
              }
              Attendance changed = change.apply(is);
              if (changed.recorded() == null && !onRoster) {
                return changed.since(is, reason);
              }
              Judgement judgement =
                  Judge.judge(
                      schedule, evidence(credits.of(id)), Optional.ofNullable(changed.mark()));
              return changed.judged(judgement, now).since(is, reason);
            });
      }
      List<Optional<Attendance>> done =
          first && attempt == 0
              ? attendances.changeAllNew(decisions)
              : attendances.changeAll(decisions);
      tell(done.stream().flatMap(Optional::stream).toList());
      left = credits.changedOf(counted);
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          "the evidence about " + left.size() + " people kept changing while it was judged");
    }
  }

  /** The observations of a session whose rows count for each of these people. */
  Map<String, Set<Observation>> credits(SessionKey session, Collection<String> registrationIds) {
    return Credits.read(observations, session, registrationIds);
  }

  /** What these observations say about one person's presence. */
  static List<Evidence> evidence(Collection<Observation> observations) {
    List<Evidence> evidence = new ArrayList<>();
    for (Observation observation : observations) {
      Map<String, List<Evidence>> totals = new TreeMap<>();
      for (Entry entry : observation.entries()) {
        if (entry.evidence().kind() == Evidence.Kind.TOTAL) {
          totals
              .computeIfAbsent(entry.origin().source(), key -> new ArrayList<>())
              .add(entry.evidence());
        } else {
          evidence.add(entry.evidence());
        }
      }
      // A later export of the same meeting repeats the totals of an earlier one: the fullest
      // counts.
      totals.values().stream()
          .max(Comparator.comparingInt(Assess::sum))
          .ifPresent(evidence::addAll);
    }
    return evidence;
  }

  private static int sum(List<Evidence> totals) {
    return totals.stream().mapToInt(total -> Objects.requireNonNullElse(total.minutes(), 0)).sum();
  }
}
