package org.cocreation.submission.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Aggregates without a store, with what they announced. */
public class InMemory<S, E> implements Aggregates<S, E> {

  private final TreeMap<String, Versioned<S>> kept = new TreeMap<>();
  private final List<E> announced = new ArrayList<>();

  @Override
  public Optional<Versioned<S>> find(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public Map<String, S> findAll(Collection<String> ids) {
    Map<String, S> found = new LinkedHashMap<>();
    ids.forEach(id -> find(id).ifPresent(there -> found.put(id, there.state())));
    return found;
  }

  @Override
  public <R> R change(String id, Function<Optional<S>, Outcome<S, E, R>> decide) {
    Optional<Versioned<S>> before = find(id);
    Outcome<S, E, R> outcome = decide.apply(before.map(Versioned::state));
    S state = outcome.state();
    if (state != null) {
      kept.put(id, new Versioned<>(state, before.map(Versioned::version).orElse(0L) + 1));
      announced.addAll(outcome.events());
    }
    return outcome.result();
  }

  @Override
  public <R> R changeSeenAt(
      String id, long version, Function<Optional<S>, Outcome<S, E, R>> decide) {
    if (find(id).map(Versioned::version).orElse(0L) != version) {
      throw new StaleInMemory();
    }
    return change(id, decide);
  }

  /** Nobody asks twice here. */
  @Override
  public boolean changedBefore(String id) {
    return false;
  }

  /** In the order of their ids, after one of them. */
  public List<Versioned<S>> list(Predicate<S> which, @Nullable String after, int limit) {
    Stream<Versioned<S>> all =
        (after == null ? kept : kept.tailMap(after, false)).values().stream();
    return all.filter(each -> which.test(each.state())).limit(limit).toList();
  }

  public List<E> announced() {
    return announced;
  }

  /** Stands for the store's own refusal of a stale version. */
  public static final class StaleInMemory extends RuntimeException {}
}
