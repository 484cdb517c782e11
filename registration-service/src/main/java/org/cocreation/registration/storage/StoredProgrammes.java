package org.cocreation.registration.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.Stored;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.ProgrammeSet;
import org.cocreation.registration.domain.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Programmes, by their id. */
final class StoredProgrammes implements Programmes {
  private static final Duration MOMENT = Duration.ofMillis(250);

  private final AggregateStore<Programme, ProgrammeSet> store;
  private final Recent<ProgrammeId, Programme> recent = new Recent<>(MOMENT, System::nanoTime);

  StoredProgrammes(AggregateStore<Programme, ProgrammeSet> store) {
    this.store = store;
  }

  @Override
  public Optional<Programme> find(ProgrammeId id) {
    return store.find(id.value());
  }

  @Override
  public Optional<Programme> findRecent(ProgrammeId id) {
    return recent.get(id, () -> find(id));
  }

  @Override
  public List<Programme> list(@Nullable ProgrammeId after, int limit) {
    Query query = after == null ? new Query() : new Query(Criteria.where("_id").gt(after.value()));
    return store.query(query.with(Sort.by("_id")).limit(limit)).stream()
        .map(Stored::state)
        .toList();
  }

  @Override
  public <R> R change(
      ProgrammeId id, Function<Optional<Programme>, Decided<Programme, ProgrammeSet, R>> decide) {
    try {
      return store.change(id.value(), Decisions.of(decide));
    } finally {
      recent.forget(id);
    }
  }

  @Override
  public List<ProgrammeId> unsettledBefore(Instant instant, int limit) {
    return store.query(Decisions.markedBefore("unsettledSince", instant, limit)).stream()
        .map(stored -> stored.state().programmeId())
        .toList();
  }
}
