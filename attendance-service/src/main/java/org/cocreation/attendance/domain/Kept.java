package org.cocreation.attendance.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Documents of one kind, each changed as a whole.
 *
 * <p>Every change decides on the latest state and is saved with its events in one write; when
 * another writer was faster the decision is taken again on what that writer left, so a decision
 * must depend on nothing but the state that it is given, and what it reads after that.
 *
 * @param <S> the state of one document
 */
public interface Kept<S> {

  /** The document with this id. */
  Optional<S> find(String id);

  /**
   * The documents with these ids that exist, by id. Costs grow with the ids, not with what is
   * stored.
   */
  Map<String, S> findAll(Collection<String> ids);

  /** Decides about one document and saves what was decided. */
  <R> R change(String id, Function<Optional<S>, Decided<S, R>> decide);

  /**
   * Decides about many documents and saves them in bulk. The map's order is kept; the answers come
   * in the same order.
   */
  <R> List<R> changeAll(Map<String, Function<Optional<S>, Decided<S, R>>> decisions);

  /**
   * As {@link #changeAll}, about documents that are not there yet, as a rule: only those that turn
   * out to be there are read, and decided about again.
   */
  default <R> List<R> changeAllNew(Map<String, Function<Optional<S>, Decided<S, R>>> decisions) {
    return changeAll(decisions);
  }
}
