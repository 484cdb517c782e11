package org.cocreation.registration.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about one aggregate comes to: its new state, what is to be announced with it, and
 * what the asker is told.
 *
 * @param state the state to keep; null = nothing changes and nothing is written
 * @param events announced in the same write as the state
 * @param result told to the asker
 */
public record Decided<S, E, R>(@Nullable S state, List<E> events, R result) {
  public Decided {
    events = List.copyOf(events);
  }

  /** Nothing is written. */
  public static <S, E, R> Decided<S, E, R> unchanged(R result) {
    return new Decided<>(null, List.of(), result);
  }

  /** The state is kept and the events are announced, both or neither. */
  public static <S, E, R> Decided<S, E, R> of(S state, List<? extends E> events, R result) {
    return new Decided<>(state, List.copyOf(events), result);
  }
}
