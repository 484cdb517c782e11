package org.cocreation.notification.storage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Decision;
import org.cocreation.messaging.Stored;
import org.cocreation.notification.domain.Recipient;
import org.cocreation.notification.domain.Recipients;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Recipients, each a document of its own. They announce nothing. */
@Repository
class StoredRecipients implements Recipients {

  private static final String PROGRAMME = "state.programmeId";
  private static final String ID = "state.registrationId";

  private final AggregateStore<Recipient, Object> store;

  StoredRecipients(AggregateStores stores) {
    store =
        stores.of(
            "recipients",
            Recipient.class,
            nothing -> List.of(),
            new Index().on(PROGRAMME, Direction.ASC).on(ID, Direction.ASC).named("page"));
  }

  @Override
  public Map<String, Recipient> findAll(Collection<String> registrationIds) {
    return store.findAll(registrationIds);
  }

  @Override
  public List<Recipient> page(String programmeId, @Nullable String after, int limit) {
    Criteria criteria = Criteria.where(PROGRAMME).is(programmeId);
    if (after != null) {
      criteria = criteria.and(ID).gt(after);
    }
    return store.query(new Query(criteria).with(Sort.by(ID)).limit(limit)).stream()
        .map(Stored::state)
        .toList();
  }

  @Override
  public void changeAll(List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    store.changeAll(
        changes.stream()
            .map(
                change ->
                    new org.cocreation.messaging.Change<Recipient, Object, Boolean>(
                        change.registrationId(),
                        change.cause(),
                        kept ->
                            change
                                .change()
                                .apply(kept)
                                .map(
                                    next ->
                                        Decision.<Recipient, Object, Boolean>of(
                                            next, List.of(), true))
                                .orElseGet(() -> Decision.unchanged(false))))
            .toList());
  }
}
