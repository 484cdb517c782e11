package org.cocreation.registration.storage;

import java.util.List;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.AggregateStores;
import org.cocreation.messaging.Announcer;
import org.cocreation.messaging.ValueTypes;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.ProgrammeSet;
import org.cocreation.registration.domain.programme.Programmes;
import org.cocreation.registration.domain.registration.AllClicks;
import org.cocreation.registration.domain.registration.Clicks;
import org.cocreation.registration.domain.registration.EmailAddress;
import org.cocreation.registration.domain.registration.Registration;
import org.cocreation.registration.domain.registration.RegistrationEvent;
import org.cocreation.registration.domain.registration.Registrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

/**
 * The collections and their indexes; every marker of unfinished work has a sparse one, for the
 * sweep.
 */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  @Bean
  ValueTypes valueTypes() {
    return ValueTypes.of(
        ProgrammeId.class, SessionId.class, RegistrationId.class, EmailAddress.class);
  }

  @Bean
  Programmes programmes(AggregateStores stores, Announcer<ProgrammeSet> announcer) {
    AggregateStore<Programme, ProgrammeSet> store =
        stores.of(
            "programmes",
            Programme.class,
            announcer,
            new Index("state.unsettledSince", Direction.ASC).sparse().named("unsettled"));
    return new StoredProgrammes(store);
  }

  @Bean
  AllPlaces allPlaces(AggregateStores stores) {
    AggregateStore<PlacesDocument, Void> store =
        stores.of(
            "places",
            PlacesDocument.class,
            nothing -> List.of(),
            new Index("state.untoldSince", Direction.ASC).sparse().named("untold"));
    return new StoredPlaces(store);
  }

  @Bean
  Registrations registrations(AggregateStores stores, Announcer<RegistrationEvent> announcer) {
    AggregateStore<Registration, RegistrationEvent> store =
        stores.of(
            "registrations",
            Registration.class,
            announcer,
            new Index("state.claim", Direction.ASC).unique().sparse().named("claim"),
            new Index("state.linkHash", Direction.ASC).sparse().named("link"),
            new Index("state.pendingSince", Direction.ASC).sparse().named("pending"),
            new Index("state.programmeId", Direction.ASC)
                .on("_id", Direction.ASC)
                .named("arrival"));
    return new StoredRegistrations(store);
  }

  @Bean
  AllClicks allClicks(AggregateStores stores, Announcer<RegistrationEvent> announcer) {
    return new StoredClicks(stores.of("clicks", Clicks.class, announcer));
  }
}
