package org.cocreation.submission.storage;

import java.util.List;
import java.util.Optional;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Change;
import org.cocreation.messaging.Decision;
import org.cocreation.submission.domain.ProgrammeId;
import org.cocreation.submission.domain.people.Programme;
import org.cocreation.submission.domain.people.Programmes;
import org.springframework.stereotype.Component;

@Component
final class StoredProgrammes implements Programmes {

  private final AggregateStore<Programme, Void> store;

  StoredProgrammes(AggregateStores stores) {
    this.store = stores.of("programmes", Programme.class, nothing -> List.of());
  }

  @Override
  public Optional<Programme> find(ProgrammeId id) {
    return store.find(id.value());
  }

  @Override
  public void keepNewest(List<Programme> programmes) {
    store.changeAll(programmes.stream().map(StoredProgrammes::keeping).toList());
  }

  private static Change<Programme, Void, Boolean> keeping(Programme programme) {
    return new Change<>(
        programme.id().value(),
        null,
        known ->
            known.isPresent() && known.get().revision() >= programme.revision()
                ? Decision.unchanged(false)
                : Decision.of(programme, List.of(), true));
  }
}
