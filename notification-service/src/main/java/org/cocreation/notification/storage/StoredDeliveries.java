package org.cocreation.notification.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cocreation.defaults.KeyedRequest;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.cocreation.messaging.Decision;
import org.cocreation.messaging.Stored;
import org.cocreation.notification.domain.Deliveries;
import org.cocreation.notification.domain.Delivery;
import org.cocreation.notification.domain.DeliveryEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Deliveries, each a document of its own. Only those that still have a way to go are in the index
 * of what is due. How the queue stands is read from the index by state alone, without a document.
 */
@Repository
class StoredDeliveries implements Deliveries {

  private static final String COLLECTION = "deliveries";
  private static final String ID = "state.deliveryId";
  private static final String PROGRAMME = "state.programmeId";
  private static final String REGISTRATION = "state.registrationId";
  private static final String CREATED = "state.createdAt";
  private static final String DUE = "state.dueAt";
  private static final String STATE = "state.state";

  private final AggregateStore<Delivery, DeliveryEvent> store;
  private final MongoOperations operations;

  StoredDeliveries(
      AggregateStores stores, Announcer<DeliveryEvent> announcer, MongoOperations operations) {
    this.operations = operations;
    store =
        stores.of(
            COLLECTION,
            Delivery.class,
            announcer,
            new Index().on(DUE, Direction.ASC).sparse().named("due"),
            new Index().on(REGISTRATION, Direction.ASC).named("recipient"),
            new Index().on(STATE, Direction.ASC).on(CREATED, Direction.ASC).named("queue"),
            new Index().on(PROGRAMME, Direction.ASC).on(CREATED, Direction.DESC).named("list"));
  }

  @Override
  public Queue queue() {
    return new Queue(
        count(Delivery.State.QUEUED),
        count(Delivery.State.WAITING_FOR_CONTACT),
        count(Delivery.State.FAILED),
        states(
                new Query(Criteria.where(STATE).is(Delivery.State.QUEUED))
                    .with(Sort.by(CREATED))
                    .limit(1))
            .stream()
            .map(Delivery::createdAt)
            .findFirst()
            .orElse(null));
  }

  private int count(Delivery.State state) {
    return (int)
        operations.count(
            new Query(Criteria.where(STATE).is(state)).limit(Deliveries.COUNTED), COLLECTION);
  }

  @Override
  public Optional<Delivery> find(String deliveryId) {
    return store.find(deliveryId);
  }

  @Override
  public void intend(List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    store.changeAll(
        deliveries.stream()
            .map(
                delivery ->
                    org.cocreation.messaging.Change.<Delivery, DeliveryEvent, Boolean>ofNew(
                        delivery.deliveryId(),
                        null,
                        kept ->
                            kept.isPresent()
                                ? Decision.unchanged(false)
                                : Decision.of(delivery, List.of(), true)))
            .toList());
  }

  @Override
  public List<Delivery> due(Instant now, int limit) {
    return states(new Query(Criteria.where(DUE).lte(now)).with(Sort.by(DUE)).limit(limit));
  }

  @Override
  public List<Delivery> waitingFor(Collection<String> registrationIds) {
    return states(
        new Query(
            Criteria.where(REGISTRATION)
                .in(registrationIds)
                .and(STATE)
                .is(Delivery.State.WAITING_FOR_CONTACT)));
  }

  @Override
  public List<Delivery> to(Collection<String> registrationIds) {
    return states(new Query(Criteria.where(REGISTRATION).in(registrationIds)));
  }

  @Override
  public List<Delivery> page(String programmeId, Filter filter, @Nullable String after, int limit) {
    Criteria criteria = Criteria.where(PROGRAMME).is(programmeId);
    if (filter.state() != null) {
      criteria = criteria.and(STATE).is(filter.state());
    }
    if (filter.template() != null) {
      criteria = criteria.and("state.template").is(filter.template());
    }
    if (filter.registrationId() != null) {
      criteria = criteria.and(REGISTRATION).is(filter.registrationId());
    }
    Optional<Delivery> last = after == null ? Optional.empty() : store.find(after);
    if (last.isPresent()) {
      Instant created = last.get().createdAt();
      criteria =
          criteria.andOperator(
              new Criteria()
                  .orOperator(
                      Criteria.where(CREATED).lt(created),
                      Criteria.where(CREATED).is(created).and(ID).lt(last.get().deliveryId())));
    }
    return states(
        new Query(criteria)
            .with(Sort.by(Direction.DESC, CREATED).and(Sort.by(Direction.DESC, ID)))
            .limit(limit));
  }

  private List<Delivery> states(Query query) {
    return store.query(query).stream().map(Stored::state).toList();
  }

  @Override
  public List<Delivery> changeAll(List<Change> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }
    String request = KeyedRequest.current().map(KeyedRequest::id).orElse(null);
    return store
        .changeAll(
            changes.stream()
                .map(
                    change ->
                        new org.cocreation.messaging.Change<
                            Delivery, DeliveryEvent, Optional<Delivery>>(
                            change.deliveryId(), request, kept -> decision(change, kept)))
                .toList())
        .stream()
        .flatMap(Optional::stream)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Decision<Delivery, DeliveryEvent, Optional<Delivery>> decision(
      Change change, Optional<Delivery> kept) {
    return kept.flatMap(change.change())
        .map(
            outcome ->
                Decision.<Delivery, DeliveryEvent, Optional<Delivery>>of(
                    outcome.delivery(), outcome.events(), Optional.of(outcome.delivery())))
        .orElseGet(() -> Decision.unchanged(Optional.empty()));
  }
}
