package org.cocreation.attendance.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about one document comes to: its new state with the facts to announce, saved
 * together, or nothing to save.
 *
 * @param state the new state; null when nothing changes
 * @param events what to announce, in order; empty when nothing changes
 * @param result what the one who asked is told
 * @param erased whether the document goes
 * @param <S> the document's state
 * @param <R> the answer
 */
public record Decided<S, R>(
    @Nullable S state, List<AttendanceEvent> events, R result, boolean erased) {

  /** Keeps its own copy of the events. */
  public Decided {
    events = List.copyOf(events);
  }

  /** Nothing is written. */
  public static <S, R> Decided<S, R> unchanged(R result) {
    return new Decided<>(null, List.of(), result, false);
  }

  /** The document goes, and nothing is announced. */
  public static <S, R> Decided<S, R> gone(R result) {
    return new Decided<>(null, List.of(), result, true);
  }

  /** The state is written and nothing is announced. */
  public static <S, R> Decided<S, R> of(S state, R result) {
    return new Decided<>(state, List.of(), result, false);
  }

  /** State and events are written together. */
  public static <S, R> Decided<S, R> of(S state, List<AttendanceEvent> events, R result) {
    return new Decided<>(state, events, result, false);
  }
}
