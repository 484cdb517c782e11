package org.cocreation.certificate.storage;

import java.util.List;
import java.util.Optional;
import org.cocreation.certificate.domain.Completion;
import org.cocreation.certificate.domain.CompletionEvent;
import org.cocreation.certificate.domain.Completions;
import org.cocreation.certificate.domain.Serial;
import org.cocreation.defaults.KeyedRequest;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.cocreation.messaging.Decision;
import org.cocreation.messaging.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Completions, each a document of its own with the announcements that are still to be sent. */
@Repository
class StoredCompletions implements Completions {

  private static final String ID = "state.registrationId";
  private static final String PROGRAMME = "state.programmeId";
  private static final String JUDGED = "state.judgedRevision";
  private static final String SERIAL = "state.certificate.serial";
  private static final String LINK = "state.linkHash";

  private final AggregateStore<Completion, CompletionEvent> store;

  StoredCompletions(AggregateStores stores, Announcer<CompletionEvent> announcer) {
    store =
        stores.of(
            "completions",
            Completion.class,
            announcer,
            new Index().on(PROGRAMME, Direction.ASC).on(ID, Direction.ASC).named("list"),
            new Index().on(PROGRAMME, Direction.ASC).on(JUDGED, Direction.ASC).named("judged"),
            new Index().on(SERIAL, Direction.ASC).unique().sparse().named("serial"),
            new Index().on(LINK, Direction.ASC).sparse().named("link"));
  }

  @Override
  public Optional<Completion> find(String registrationId) {
    return store.find(registrationId);
  }

  @Override
  public Optional<Completion> bearing(Serial serial) {
    return first(Criteria.where(SERIAL).is(serial.value()));
  }

  @Override
  public Optional<Completion> openedBy(String linkHash) {
    return first(Criteria.where(LINK).is(linkHash));
  }

  private Optional<Completion> first(Criteria criteria) {
    return store.query(new Query(criteria).limit(1)).stream().map(Stored::state).findFirst();
  }

  @Override
  public List<Completion> judgedBefore(String programmeId, int revision, int limit) {
    return states(
        new Query(Criteria.where(PROGRAMME).is(programmeId).and(JUDGED).lt(revision)).limit(limit));
  }

  @Override
  public List<Completion> page(
      String programmeId, Filter filter, @Nullable String after, int limit) {
    Criteria criteria = Criteria.where(PROGRAMME).is(programmeId);
    if (after != null) {
      criteria = criteria.and(ID).gt(after);
    }
    if (filter.verdict() != null) {
      criteria = criteria.and("state.verdict").is(filter.verdict());
    }
    if (filter.certificate() != null) {
      criteria = criteria.and("state.certificate.status").is(filter.certificate());
    }
    return states(new Query(criteria).with(Sort.by(ID)).limit(limit));
  }

  private List<Completion> states(Query query) {
    return store.query(query).stream().map(Stored::state).toList();
  }

  @Override
  public Optional<Completion> change(Change change) {
    Optional<KeyedRequest> request = KeyedRequest.current();
    if (request.isPresent()) {
      store.changeOnce(change.registrationId(), request.get().id(), kept -> decision(change, kept));
    } else {
      store.change(change.registrationId(), kept -> decision(change, kept));
    }
    return store.find(change.registrationId());
  }

  @Override
  public void changeAll(List<Change> changes) {
    store.changeAll(
        changes.stream()
            .map(
                change ->
                    new org.cocreation.messaging.Change<Completion, CompletionEvent, Boolean>(
                        change.registrationId(), change.cause(), kept -> decision(change, kept)))
            .toList());
  }

  private static Decision<Completion, CompletionEvent, Boolean> decision(
      Change change, Optional<Completion> kept) {
    Outcome outcome = change.decide().apply(kept);
    Completion completion = outcome.completion();
    return completion == null
        ? Decision.unchanged(false)
        : Decision.of(completion, outcome.events(), true);
  }
}
