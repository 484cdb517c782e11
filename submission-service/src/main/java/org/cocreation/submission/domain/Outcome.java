package org.cocreation.submission.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about one aggregate comes to; state and events are saved in one write.
 *
 * @param state the new state, or null when nothing is to be written
 * @param events what happened, in order
 * @param result what the caller is told
 */
public record Outcome<S, E, R>(@Nullable S state, List<E> events, R result) {

  public Outcome {
    events = List.copyOf(events);
  }

  /** Nothing is written. */
  public static <S, E, R> Outcome<S, E, R> unchanged(R result) {
    return new Outcome<>(null, List.of(), result);
  }

  /** The state is written and is the result too. */
  public static <S, E> Outcome<S, E, S> of(S state, List<E> events) {
    return new Outcome<>(state, events, state);
  }
}
