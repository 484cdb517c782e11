package org.cocreation.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about one aggregate comes to.
 *
 * @param state the new state; {@code null} leaves the aggregate as it was, or, with {@code erased},
 *     removes it
 * @param events what happened, in order, for the announcer; always empty when nothing changes
 * @param result what the caller gets
 * @param erased the state is removed and only the empty shell of the document stays, so that a late
 *     or repeated event is still recognised
 */
public record Decision<S, E, R>(@Nullable S state, List<E> events, R result, boolean erased) {

  public Decision {
    events = List.copyOf(events);
    if (erased && state != null) {
      throw new IllegalArgumentException("An erased aggregate keeps no state");
    }
    if (state == null && !erased && !events.isEmpty()) {
      throw new IllegalArgumentException(
          "Events need a state to be saved with: " + events.size() + " given without one");
    }
  }

  public Decision(@Nullable S state, List<E> events, R result) {
    this(state, events, result, false);
  }

  /** Nothing changes and nothing is announced. */
  public static <S, E, R> Decision<S, E, R> unchanged(R result) {
    return new Decision<>(null, List.of(), result, false);
  }

  /** The aggregate becomes {@code state} and {@code events} are announced, in one write. */
  public static <S, E, R> Decision<S, E, R> of(S state, List<E> events, R result) {
    return new Decision<>(state, events, result, false);
  }

  /**
   * The state is removed and {@code events} are announced, in one write. Later decisions find
   * nothing.
   */
  public static <S, E, R> Decision<S, E, R> erased(List<E> events, R result) {
    return new Decision<>(null, events, result, true);
  }

  boolean changes() {
    return erased || state != null;
  }
}
