package org.cocreation.registration.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.Capacity;
import org.cocreation.registration.domain.places.Place;
import org.cocreation.registration.domain.places.Places;
import org.cocreation.registration.domain.places.PlacesId;
import org.cocreation.registration.domain.places.Standing;
import org.cocreation.registration.domain.programme.Drafts;
import org.cocreation.registration.domain.registration.Registration;
import org.cocreation.registration.domain.registration.RegistrationDraft;
import org.cocreation.registration.domain.registration.Registrations.Wanted;
import org.cocreation.testing.backing.BackingServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two hundred people want the last seat at once, at two instances of the service that share a
 * store.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RacersTest {
  private static final int RACERS = 200;
  private static final int ROUNDS = 100;
  private static final int AT_ONCE = 16;

  private final List<Instance> instances = new ArrayList<>();
  private final ExecutorService runners = Executors.newFixedThreadPool(AT_ONCE);

  @BeforeAll
  void twoInstances() {
    String store = BackingServices.storeUri(BackingServices.freshDatabase());
    instances.add(new Instance(store));
    instances.add(new Instance(store));
  }

  @AfterAll
  void stop() {
    runners.shutdownNow();
    instances.forEach(Instance::close);
  }

  @Test
  void theLastSeatIsGivenOnceAndNobodyIsLostInAHundredRounds() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      PlacesId id = new PlacesId(new ProgrammeId("race"), new SessionId("round-" + round));
      List<Callable<Standing>> race = new ArrayList<>();
      for (int racer = 0; racer < RACERS; racer++) {
        Instance instance = instances.get(racer % instances.size());
        RegistrationId person = new RegistrationId("racer-" + racer);
        race.add(() -> ask(instance, id, person));
      }

      List<Standing> standings = run(race);

      Places places = instances.get(0).allPlaces.find(id).orElseThrow();
      assertThat(places.holders()).hasSize(1);
      assertThat(places.waiting()).hasSize(RACERS - 1);
      assertThat(standings.stream().filter(Standing.SEAT::equals)).hasSize(1);
      assertThat(new HashSet<>(standings)).hasSize(RACERS);
    }
  }

  @Test
  void whoeverRegistersAndCancelsAtOnceLeavesEverySeatTakenAndEverybodyTold() throws Exception {
    ProgrammeId programme = new ProgrammeId("rush-2020");
    instances
        .get(0)
        .setProgramme
        .set(programme, Drafts.programme(Drafts.session("webinar-1", 20)), null);
    List<Callable<Boolean>> rush = new ArrayList<>();
    for (int racer = 0; racer < RACERS; racer++) {
      Instance instance = instances.get(racer % instances.size());
      String email = "racer-" + racer + "@civic.example";
      boolean leaves = racer % 4 == 0;
      rush.add(() -> registerAndPerhapsCancel(instance, programme, email, leaves));
    }

    run(rush);
    instances.forEach(
        instance ->
            instance.sweep.sweep(
                (what, why) -> {
                  throw new AssertionError(what, why);
                }));

    Places places =
        instances
            .get(1)
            .allPlaces
            .find(new PlacesId(programme, new SessionId("webinar-1")))
            .orElseThrow();
    assertThat(places.holders()).hasSize(20);
    assertThat(places.waiting()).hasSize(RACERS - RACERS / 4 - 20);
    assertThat(places.untold()).isEmpty();
    Set<RegistrationId> seated = new HashSet<>();
    places.holders().forEach(entry -> seated.add(entry.registrationId()));
    Wanted active = new Wanted(programme, null, null, null, Registration.Status.ACTIVE, null);
    List<Registration> registrations = instances.get(1).registrations.list(active, null, RACERS);
    assertThat(registrations).hasSize(RACERS - RACERS / 4).noneMatch(Registration::pending);
    assertThat(registrations)
        .allMatch(
            registration ->
                seated.contains(registration.registrationId())
                    == (registration.choices().get(0).place() == Place.SEAT));
  }

  @Test
  void theSameAddressAtOnceIsOneRegistration() throws Exception {
    ProgrammeId programme = new ProgrammeId("twice-2020");
    instances
        .get(0)
        .setProgramme
        .set(programme, Drafts.programme(Drafts.session("webinar-1", 20)), null);
    List<Callable<Boolean>> repeats = new ArrayList<>();
    for (int repeat = 0; repeat < 100; repeat++) {
      Instance instance = instances.get(repeat % instances.size());
      repeats.add(() -> registerAndPerhapsCancel(instance, programme, "ana@civic.example", false));
    }

    run(repeats);

    Wanted everybody = new Wanted(programme, null, null, null, null, null);
    assertThat(instances.get(0).registrations.list(everybody, null, 10)).hasSize(1);
  }

  private static Standing ask(Instance instance, PlacesId id, RegistrationId person) {
    return instance.allPlaces.change(
        id,
        current -> {
          Places places =
              current
                  .orElseGet(() -> Places.untouched(id))
                  .with(new Capacity(1, true, 1), Instant.EPOCH);
          Places.Asked asked = places.ask(person, 1, 10_000);
          return Decided.of(asked.places(), List.of(), asked.standing());
        });
  }

  private static boolean registerAndPerhapsCancel(
      Instance instance, ProgrammeId programme, String email, boolean leaves) {
    instance.register.register(
        programme,
        new RegistrationDraft(
            "Racer", email, null, "other", "Toledo", "en", Map.of("webinar-1", "venue")));
    if (leaves) {
      Wanted wanted = new Wanted(programme, null, null, null, Registration.Status.ACTIVE, email);
      instance
          .registrations
          .list(wanted, null, 1)
          .forEach(one -> instance.participate.cancel(one.registrationId()));
    }
    return true;
  }

  private <T> List<T> run(List<Callable<T>> race) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> future : runners.invokeAll(race)) {
      results.add(future.get());
    }
    return results;
  }
}
