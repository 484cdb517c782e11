package org.cocreation.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where the rounds are kept. */
public interface Rounds {

  /** Pending rounds whose time has come, the longest due first. */
  List<Round> due(Instant now, int limit);

  /**
   * Changes a round; the change may be asked again, and empty leaves things as they are.
   *
   * @return what is kept afterwards
   */
  Optional<Round> change(String roundId, Function<Optional<Round>, Optional<Round>> change);
}
