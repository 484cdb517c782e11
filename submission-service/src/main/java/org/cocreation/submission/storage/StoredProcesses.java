package org.cocreation.submission.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.process.Processes;
import org.cocreation.submission.domain.process.ProgrammeProcess;
import org.springframework.stereotype.Component;

@Component
final class StoredProcesses implements Processes {

  private final AggregateStore<ProgrammeProcess, Void> store;

  StoredProcesses(AggregateStores stores) {
    this.store = stores.of("processes", ProgrammeProcess.class, nothing -> List.of());
  }

  @Override
  public Optional<ProgrammeProcess> find(ProgrammeId programme) {
    return store.find(programme.value());
  }

  @Override
  public <R> R change(
      ProgrammeId programme,
      Function<Optional<ProgrammeProcess>, Outcome<ProgrammeProcess, Void, R>> decide) {
    return store.change(programme.value(), StoredAggregates.decision(decide));
  }
}
