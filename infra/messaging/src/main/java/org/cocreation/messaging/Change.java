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
 * @param decide given the aggregate as it is, says what it becomes; pure, as it may be asked again
 *     after a conflict
 */
public record Change<S, E, R>(
    String id, @Nullable String cause, Function<Optional<S>, Decision<S, E, R>> decide) {}
