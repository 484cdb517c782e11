package org.cocreation.attendance.domain.visits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.SessionKey;
import org.cocreation.attendance.domain.sheet.Observe;
import org.cocreation.attendance.domain.sheet.Observed;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what is seen as it happens. It may be told again, late, and in any order: what it comes
 * to in the end is the same. A crash between the visit and the sheet is made good when it is told
 * again, as what a visit comes to is handed on each time.
 */
public final class FollowFeed {

  private final Visits visits;
  private final Observe observe;

  /** Keeps the visits, and hands on to the sheet what they come to. */
  public FollowFeed(Visits visits, Observe observe) {
    this.visits = visits;
    this.observe = observe;
  }

  /** Something happened, to somebody, in whatever sessions. */
  public void told(Collection<Told> messages) {
    told(messages, null);
  }

  /**
   * As {@link #told(Collection)}.
   *
   * @param reason why attendance that already counts may change; null for the usual words
   * @return the happenings that were new, by visit id
   */
  Map<String, Set<String>> told(Collection<Told> messages, @Nullable String reason) {
    Map<String, List<Told>> byVisit = new LinkedHashMap<>();
    for (Told each : messages) {
      byVisit.computeIfAbsent(each.visitId(), key -> new ArrayList<>()).add(each);
    }
    Map<String, Function<Optional<Visit>, Decided<Visit, Taken>>> changes = new LinkedHashMap<>();
    byVisit.forEach((id, all) -> changes.put(id, found -> take(found, all)));
    List<Taken> taken = visits.changeAll(changes);
    handOn(taken.stream().map(Taken::visit).filter(each -> !each.erased()).toList(), reason);
    return taken.stream().collect(Collectors.toMap(each -> each.visit().visitId(), Taken::fresh));
  }

  private static Decided<Visit, Taken> take(Optional<Visit> found, List<Told> all) {
    Visit was = found.orElseGet(() -> Visit.first(all.get(0)));
    Visit is = was;
    for (Told each : all) {
      is = is.with(each);
    }
    Set<String> known = was.happenings().stream().map(Happening::id).collect(Collectors.toSet());
    Set<String> fresh =
        is.happenings().stream()
            .map(Happening::id)
            .filter(id -> !known.contains(id))
            .collect(Collectors.toCollection(HashSet::new));
    Taken taken = new Taken(is, fresh);
    return fresh.isEmpty() ? Decided.unchanged(taken) : Decided.of(is, taken);
  }

  private void handOn(List<Visit> some, @Nullable String reason) {
    Map<SessionKey, List<Observed>> bySession = new LinkedHashMap<>();
    for (Visit visit : some) {
      bySession.computeIfAbsent(visit.session(), key -> new ArrayList<>()).addAll(visit.observed());
    }
    bySession.forEach(
        (session, rows) -> observe.observe(session, rows, reason == null ? Observe.LATER : reason));
    takeBackWhatWasErasedMeanwhile(some);
  }

  /** Erasure may have gone through between reading a visit and handing on what it came to. */
  private void takeBackWhatWasErasedMeanwhile(List<Visit> some) {
    Map<String, Visit> now = visits.findAll(some.stream().map(Visit::visitId).toList());
    for (Visit handedOn : some) {
      Visit is = now.get(handedOn.visitId());
      if (is != null && is.erased()) {
        observe.observe(is.session(), is.observed(), Observe.LATER);
      }
    }
  }

  private record Taken(Visit visit, Set<String> fresh) {}
}
