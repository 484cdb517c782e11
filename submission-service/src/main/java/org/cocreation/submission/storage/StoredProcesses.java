package org.cocreation.submission.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.process.Process;
import org.cocreation.submission.domain.process.Processes;
import org.springframework.stereotype.Component;

@Component
final class StoredProcesses implements Processes {

  private final AggregateStore<Process, Void> store;

  StoredProcesses(AggregateStores stores) {
    this.store = stores.of("processes", Process.class, nothing -> List.of());
  }

  @Override
  public Optional<Process> find(ProgrammeId programme) {
    return store.find(programme.value());
  }

  @Override
  public <R> R change(ProgrammeId programme, Function<Optional<Process>, Outcome<Process, Void, R>> decide) {
    return store.change(programme.value(), StoredAggregates.decision(decide));
  }
}
