package org.cocreation.registration.storage;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.messaging.Decision;
import org.cocreation.registration.domain.Decided;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Carries the domain's decisions over to the store. */
final class Decisions {
  private Decisions() {}

  static <S, E, R> Function<Optional<S>, Decision<S, E, R>> of(
      Function<Optional<S>, Decided<S, E, R>> decide) {
    return current -> {
      Decided<S, E, R> decided = decide.apply(current);
      S state = decided.state();
      return state == null
          ? Decision.unchanged(decided.result())
          : Decision.of(state, decided.events(), decided.result());
    };
  }

  /** What has carried a marker since before the instant, the oldest first. */
  static Query markedBefore(String marker, Instant instant, int limit) {
    return new Query(Criteria.where("state." + marker).lt(instant))
        .with(Sort.by("state." + marker))
        .limit(limit);
  }
}
