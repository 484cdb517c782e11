package org.cocreation.registration.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.Stored;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Place;
import org.cocreation.registration.domain.registration.Mode;
import org.cocreation.registration.domain.registration.Person;
import org.cocreation.registration.domain.registration.Registration;
import org.cocreation.registration.domain.registration.RegistrationEvent;
import org.cocreation.registration.domain.registration.Registrations;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Registrations, by their id; the ids sort in the order of arrival. */
final class StoredRegistrations implements Registrations {
  private final AggregateStore<Registration, RegistrationEvent> store;

  StoredRegistrations(AggregateStore<Registration, RegistrationEvent> store) {
    this.store = store;
  }

  @Override
  public Optional<Registration> find(RegistrationId id) {
    return store.find(id.value());
  }

  @Override
  public Map<RegistrationId, Registration> findAll(Collection<RegistrationId> ids) {
    Map<RegistrationId, Registration> found = new HashMap<>();
    store
        .findAll(ids.stream().map(RegistrationId::value).toList())
        .forEach((id, registration) -> found.put(new RegistrationId(id), registration));
    return found;
  }

  @Override
  public Optional<Registration> findByClaim(String claim) {
    return findBy("state.claim", claim);
  }

  @Override
  public Optional<Registration> findByLink(String linkHash) {
    return findBy("state.linkHash", linkHash);
  }

  private Optional<Registration> findBy(String field, String value) {
    return store.query(new Query(Criteria.where(field).is(value)).limit(1)).stream()
        .map(Stored::state)
        .findFirst();
  }

  @Override
  public boolean add(
      RegistrationId fresh, Decided<Registration, RegistrationEvent, Registration> first) {
    try {
      store.create(
          fresh.value(),
          Decisions.of(current -> current.isPresent() ? Decided.unchanged(current.get()) : first));
      return true;
    } catch (DuplicateKeyException claimed) {
      return false;
    }
  }

  @Override
  public List<Registration> list(Wanted wanted, @Nullable RegistrationId after, int limit) {
    List<Criteria> all = new ArrayList<>();
    all.add(Criteria.where("state.programmeId").is(wanted.programme().value()));
    Registration.Status status = wanted.status();
    Criteria ofStatus = Criteria.where("state.status");
    all.add(
        status == null
            ? ofStatus.ne(Registration.Status.ERASED.name())
            : ofStatus.is(status.name()));
    if (after != null) {
      all.add(Criteria.where("_id").gt(after.value()));
    }
    choices(wanted).ifPresent(all::add);
    String text = wanted.text();
    if (text != null) {
      all.add(
          Criteria.where("state.person.searchText").regex(Pattern.quote(Person.searchable(text))));
    }
    Query query = new Query(new Criteria().andOperator(all)).with(Sort.by("_id")).limit(limit);
    return store.query(query).stream().map(Stored::state).toList();
  }

  private static Optional<Criteria> choices(Wanted wanted) {
    Place place = wanted.place();
    if (place == Place.SEAT && wanted.mode() == null) {
      return Optional.of(
          new Criteria()
              .orOperator(
                  choice(wanted.session(), Mode.ONLINE, null),
                  choice(wanted.session(), null, place)));
    }
    boolean online = wanted.mode() == Mode.ONLINE && place != null;
    if (online && place != Place.SEAT) {
      return Optional.of(Criteria.where("_id").in(List.of()));
    }
    if (wanted.session() == null && wanted.mode() == null && place == null) {
      return Optional.empty();
    }
    return Optional.of(choice(wanted.session(), wanted.mode(), online ? null : place));
  }

  private static Criteria choice(
      @Nullable SessionId session, @Nullable Mode mode, @Nullable Place place) {
    Criteria one = new Criteria();
    if (session != null) {
      one = one.and("sessionId").is(session.value());
    }
    if (mode != null) {
      one = one.and("mode").is(mode.name());
    } else if (place == null) {
      one = one.and("mode").ne(Mode.NONE.name());
    } else if (place == Place.NONE) {
      one = one.and("mode").ne(Mode.ONLINE.name());
    }
    if (place != null) {
      one = one.and("place").is(place.name());
    }
    return Criteria.where("state.choices").elemMatch(one);
  }

  @Override
  public boolean anyChoosing(ProgrammeId programme, SessionId session) {
    return store.exists(
        new Query(
            Criteria.where("state.programmeId")
                .is(programme.value())
                .and("state.status")
                .is(Registration.Status.ACTIVE.name())
                .and("state.choices")
                .elemMatch(
                    Criteria.where("sessionId")
                        .is(session.value())
                        .and("mode")
                        .ne(Mode.NONE.name()))));
  }

  @Override
  public <R> R change(
      RegistrationId id,
      Function<Optional<Registration>, Decided<Registration, RegistrationEvent, R>> decide) {
    return store.change(id.value(), Decisions.of(decide));
  }

  @Override
  public List<RegistrationId> pendingBefore(Instant instant, int limit) {
    return store.query(Decisions.markedBefore("pendingSince", instant, limit)).stream()
        .map(stored -> stored.state().registrationId())
        .toList();
  }
}
