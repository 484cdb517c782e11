package org.cocreation.messaging;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One decision among many that are saved together.
 *
 * @param id the aggregate's id
 * @param cause the id of the event that asks for it (or that id, a colon and more), so that it
 *     happens once; {@code null} when a repeat does no harm
 * @param probablyNew the aggregate is not there yet, as a rule: it is written without being read,
 *     and read only if it is there after all, or the decision changes nothing. Right either way;
 *     faster when it is so
 * @param decide given the aggregate as it is, says what it becomes; it may be asked again after a
 *     conflict
 */
public record Change<S, E, R>(
    String id,
    @Nullable String cause,
    boolean probablyNew,
    Function<Optional<S>, Decision<S, E, R>> decide) {

  /** Of an aggregate that is there, or may be. */
  public Change(
      String id, @Nullable String cause, Function<Optional<S>, Decision<S, E, R>> decide) {
    this(id, cause, false, decide);
  }

  /** Of an aggregate that is not there yet, as a rule. */
  public static <S, E, R> Change<S, E, R> ofNew(
      String id, @Nullable String cause, Function<Optional<S>, Decision<S, E, R>> decide) {
    return new Change<>(id, cause, true, decide);
  }
}
