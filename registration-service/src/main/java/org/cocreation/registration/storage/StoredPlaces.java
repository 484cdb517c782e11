package org.cocreation.registration.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.Decision;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.places.Places;
import org.cocreation.registration.domain.places.PlacesId;

/** Places, one document for each session of a programme. */
final class StoredPlaces implements AllPlaces {
  private final AggregateStore<PlacesDocument, Void> store;

  StoredPlaces(AggregateStore<PlacesDocument, Void> store) {
    this.store = store;
  }

  @Override
  public Optional<Places> find(PlacesId id) {
    return store.find(id.toString()).map(PlacesDocument::places);
  }

  @Override
  public Map<SessionId, Places> find(ProgrammeId programme, Collection<SessionId> sessions) {
    Map<SessionId, Places> found = new HashMap<>();
    store
        .findAll(
            sessions.stream().map(session -> new PlacesId(programme, session).toString()).toList())
        .values()
        .forEach(places -> found.put(places.sessionId(), places.places()));
    return found;
  }

  @Override
  public <R> R change(PlacesId id, Function<Optional<Places>, Decided<Places, Void, R>> decide) {
    return store.change(
        id.toString(),
        current -> {
          Decided<Places, Void, R> decided = decide.apply(current.map(PlacesDocument::places));
          Places places = decided.state();
          return places == null
              ? Decision.unchanged(decided.result())
              : Decision.of(PlacesDocument.of(places), decided.events(), decided.result());
        });
  }

  @Override
  public List<PlacesId> untoldBefore(Instant instant, int limit) {
    return store.query(Decisions.markedBefore("untoldSince", instant, limit)).stream()
        .map(stored -> new PlacesId(stored.state().programmeId(), stored.state().sessionId()))
        .toList();
  }
}
