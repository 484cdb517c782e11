package org.cocreation.registration.storage;

import java.util.Optional;
import java.util.function.Function;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.registration.AllClicks;
import org.cocreation.registration.domain.registration.Clicks;
import org.cocreation.registration.domain.registration.RegistrationEvent;

/** Clicks on join links, one document for each registration that clicked. */
final class StoredClicks implements AllClicks {
  private final AggregateStore<Clicks, RegistrationEvent> store;

  StoredClicks(AggregateStore<Clicks, RegistrationEvent> store) {
    this.store = store;
  }

  @Override
  public Optional<Clicks> find(RegistrationId id) {
    return store.find(id.value());
  }

  @Override
  public <R> R change(
      RegistrationId id, Function<Optional<Clicks>, Decided<Clicks, RegistrationEvent, R>> decide) {
    return store.change(id.value(), Decisions.of(decide));
  }
}
