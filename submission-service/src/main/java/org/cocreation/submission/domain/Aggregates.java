package org.cocreation.submission.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A collection of aggregates, each changed alone and whole.
 *
 * <p>A decision may be asked again with a newer state when another one got there first, so it has
 * no effects of its own. What it throws reaches the caller, and nothing is written.
 *
 * @param <S> the state
 * @param <E> what can happen to it
 */
public interface Aggregates<S, E> {

  Optional<Versioned<S>> find(String id);

  /** Those that are there, by id. */
  Map<String, S> findAll(Collection<String> ids);

  <R> R change(String id, Function<Optional<S>, Outcome<S, E, R>> decide);

  /** As {@link #change}, but only if nobody has changed it since the given version was read. */
  <R> R changeSeenAt(String id, long version, Function<Optional<S>, Outcome<S, E, R>> decide);

  /**
   * Whether the request that is being carried out has changed it before. Then an earlier attempt
   * got so far and only its answer was lost, and who asks again is answered with what is there.
   */
  boolean changedBefore(String id);
}
