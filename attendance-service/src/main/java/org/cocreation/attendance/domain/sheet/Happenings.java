package org.cocreation.attendance.domain.sheet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.attendance.domain.Decided;
import org.cocreation.attendance.domain.Kept;
import org.cocreation.attendance.domain.SessionKey;

/**
 * The history of sessions, by {@link Happening#happeningId}. Whoever lets something happen keeps
 * what is to be told in the same write, and tells it before that is taken away.
 */
public interface Happenings extends Kept<Happening> {

  /**
   * A session's history, the latest first, after one {@link Happening#position} ("" for the first
   * page).
   */
  List<Happening> page(SessionKey session, String after, int limit);

  /** The ids of those that are about at least one of these people. */
  List<String> about(Collection<String> registrationIds);

  /** Tells what happened; what was told before is not told again. */
  default void tell(Collection<Happening> all) {
    Map<String, Function<Optional<Happening>, Decided<Happening, Boolean>>> changes =
        new LinkedHashMap<>();
    for (Happening each : all) {
      changes.put(
          each.happeningId(),
          found -> found.isPresent() ? Decided.unchanged(false) : Decided.of(each, true));
    }
    if (!changes.isEmpty()) {
      changeAllNew(changes);
    }
  }
}
