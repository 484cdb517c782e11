package org.cocreation.attendance.domain.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.cocreation.attendance.domain.matching.Match;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator decided about an observation.
 *
 * @param state matched, staff or nobody
 * @param registrationIds the people, when it is a match; in order, each once
 * @param reason why, in the coordinator's words; null when none was given
 * @param by the coordinator
 * @param at when
 */
public record Decision(
    Match.State state,
    List<String> registrationIds,
    @Nullable String reason,
    String by,
    Instant at) {

  /** Keeps its own copy. */
  public Decision {
    registrationIds = List.copyOf(registrationIds);
    if (state == Match.State.WAITING
        || (state == Match.State.MATCHED) == registrationIds.isEmpty()) {
      throw new IllegalArgumentException("a decision settles it, and a match names people");
    }
  }

  /** What the decision makes of the observation. */
  public Match match() {
    return new Match(state, Match.By.DECISION, registrationIds, null);
  }

  boolean saysTheSameAs(@Nullable Decision other) {
    return other != null
        && state == other.state
        && registrationIds.equals(other.registrationIds)
        && Objects.equals(reason, other.reason);
  }
}
