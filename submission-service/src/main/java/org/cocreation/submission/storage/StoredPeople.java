package org.cocreation.submission.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Change;
import org.cocreation.messaging.Decision;
import org.cocreation.messaging.Stored;
import org.cocreation.submission.domain.RegistrationId;
import org.cocreation.submission.domain.people.People;
import org.cocreation.submission.domain.people.Person;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

@Component
final class StoredPeople implements People {

  private final AggregateStore<Person, Void> store;

  StoredPeople(AggregateStores stores) {
    this.store =
        stores.of(
            "people",
            Person.class,
            nothing -> List.of(),
            new Index().on("state.linkHash", Direction.ASC).sparse().named("linkHash"));
  }

  @Override
  public Optional<Person> find(RegistrationId id) {
    return store.find(id.value());
  }

  @Override
  public Map<RegistrationId, Person> findAll(Collection<RegistrationId> ids) {
    Map<RegistrationId, Person> found = new HashMap<>();
    if (!ids.isEmpty()) {
      store
          .findAll(ids.stream().map(RegistrationId::value).toList())
          .forEach((id, person) -> found.put(new RegistrationId(id), person));
    }
    return found;
  }

  @Override
  public Optional<Person> holderOf(String linkHash) {
    return store.query(Query.query(Criteria.where("state.linkHash").is(linkHash)).limit(1)).stream()
        .map(Stored::state)
        .findFirst();
  }

  @Override
  public void learn(List<News> news) {
    store.changeAll(news.stream().map(StoredPeople::learning).toList());
  }

  private static Change<Person, Void, Boolean> learning(News news) {
    return new Change<>(
        news.about().value(),
        null,
        known -> {
          Person before = known.orElseGet(() -> Person.unheardOf(news.about()));
          Person after = news.change().apply(before);
          return after.equals(before)
              ? Decision.unchanged(false)
              : Decision.of(after, List.of(), true);
        });
  }
}
