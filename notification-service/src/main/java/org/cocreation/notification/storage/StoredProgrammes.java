package org.cocreation.notification.storage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Decision;
import org.cocreation.notification.domain.Programme;
import org.cocreation.notification.domain.Programmes;
import org.springframework.stereotype.Repository;

/** Copies of programmes. They announce nothing. */
@Repository
class StoredProgrammes implements Programmes {

  private final AggregateStore<Programme, Object> store;

  StoredProgrammes(AggregateStores stores) {
    store = stores.of("programmes", Programme.class, nothing -> List.of());
  }

  @Override
  public Optional<Programme> find(String programmeId) {
    return store.find(programmeId);
  }

  @Override
  public Map<String, Programme> findAll(Collection<String> programmeIds) {
    return store.findAll(programmeIds);
  }

  @Override
  public void keep(Programme programme) {
    store.change(
        programme.programmeId(),
        kept ->
            kept.filter(old -> old.revision() >= programme.revision()).isPresent()
                ? Decision.<Programme, Object, Boolean>unchanged(false)
                : Decision.of(programme, List.of(), true));
  }
}
