package org.cocreation.certificate.storage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cocreation.certificate.domain.Programme;
import org.cocreation.certificate.domain.Programmes;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Decision;
import org.cocreation.messaging.Stored;
import org.springframework.data.mongodb.core.query.Query;
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
  public List<Programme> all() {
    return store.query(new Query()).stream().map(Stored::state).toList();
  }

  @Override
  public void change(String programmeId, UnaryOperator<Programme> change) {
    store.change(
        programmeId,
        kept -> {
          Programme before = kept.orElseGet(() -> Programme.unheardOf(programmeId));
          Programme after = change.apply(before);
          return after.equals(before)
              ? Decision.<Programme, Object, Boolean>unchanged(false)
              : Decision.of(after, List.of(), true);
        });
  }
}
