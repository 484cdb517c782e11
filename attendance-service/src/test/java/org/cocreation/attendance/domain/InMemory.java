package org.cocreation.attendance.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Documents in memory, with the events that were saved with them; can be told to crash before a
 * write.
 */
public class InMemory<S> implements Kept<S> {

  /** Thrown where a process would have ended. */
  public static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final TreeMap<String, S> documents = new TreeMap<>();
  private final List<AttendanceEvent> events;
  private int writesBeforeCrash = Integer.MAX_VALUE;
  private int writesBeforeMeanwhile = -1;
  private Runnable meanwhile = () -> {};

  public InMemory(List<AttendanceEvent> events) {
    this.events = events;
  }

  /** The process ends before one write more than these. */
  public void crashAfterWrites(int writes) {
    writesBeforeCrash = writes;
  }

  /** Somebody else does something between these writes and the next. */
  public void afterWrites(int writes, Runnable somebodyElse) {
    writesBeforeMeanwhile = writes;
    meanwhile = somebodyElse;
  }

  /** No more crashes. */
  public void recover() {
    writesBeforeCrash = Integer.MAX_VALUE;
  }

  public final Stream<S> all() {
    return List.copyOf(documents.values()).stream();
  }

  @Override
  public final Optional<S> find(String id) {
    return Optional.ofNullable(documents.get(id));
  }

  @Override
  public final Map<String, S> findAll(Collection<String> ids) {
    Map<String, S> found = new HashMap<>();
    ids.forEach(id -> find(id).ifPresent(state -> found.put(id, state)));
    return found;
  }

  @Override
  public final <R> R change(String id, Function<Optional<S>, Decided<S, R>> decide) {
    if (writesBeforeMeanwhile-- == 0) {
      meanwhile.run();
    }
    Decided<S, R> decided = decide.apply(find(id));
    if (decided.erased()) {
      documents.remove(id);
    }
    if (decided.state() != null) {
      if (writesBeforeCrash-- <= 0) {
        throw new Crash();
      }
      documents.put(id, decided.state());
      events.addAll(decided.events());
    }
    return decided.result();
  }

  @Override
  public final <R> List<R> changeAll(Map<String, Function<Optional<S>, Decided<S, R>>> decisions) {
    List<R> results = new ArrayList<>();
    decisions.forEach((id, decide) -> results.add(change(id, decide)));
    return results;
  }
}
