package org.cocreation.registration.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cocreation.registration.domain.places.Places;
import org.cocreation.registration.domain.places.Standing;
import org.cocreation.registration.domain.programme.Drafts;
import org.cocreation.registration.domain.registration.RegistrationEvent.Cancelled;
import org.cocreation.registration.domain.registration.RegistrationEvent.ChoicesChanged;
import org.cocreation.registration.domain.registration.RegistrationEvent.Erased;
import org.cocreation.registration.domain.registration.RegistrationEvent.PlacePromoted;
import org.cocreation.registration.domain.registration.RegistrationEvent.Registered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Kills the process before every single write of each use case, sweeps up, and looks whether
 * anybody was lost.
 */
class CrashTest {
  private static final String ANA = "ana@civic.example";
  private static final String BEN = "ben@civic.example";
  private static final int MORE_WRITES_THAN_ANY = 20;

  @Test
  void aRegistrationThatCrashedAnywhereIsFinishedOrCanBeRepeated() {
    int crashes =
        crashEverywhere(
            world -> world.registered(ANA, bothAtTheVenue()),
            world -> {
              world.registered(ANA, bothAtTheVenue());
              assertThat(world.events(Registered.class)).hasSize(1);
              Registration ana = world.byEmail(ANA);
              assertThat(world.places("webinar-1").standing(ana.registrationId()))
                  .isEqualTo(Standing.SEAT);
              assertThat(world.places("webinar-2").standing(ana.registrationId()))
                  .isEqualTo(Standing.SEAT);
            });

    assertThat(crashes).isEqualTo(4);
  }

  @Test
  void aChangeThatCrashedAnywhereIsFinishedOrNeverBegan() {
    int crashes =
        crashEverywhere(
            world -> {
              Registration ana = world.byEmail(ANA);
              world.participate.choose(ana.registrationId(), Map.of("webinar-2", "online"), null);
            },
            world -> {
              world.registered(ANA, bothAtTheVenue());
              world.registered(BEN, bothAtTheVenue());
            },
            world -> {
              Registration ana = world.byEmail(ANA);
              Registration ben = world.byEmail(BEN);
              boolean begun = ana.revision() == 2;
              assertThat(world.events(ChoicesChanged.class)).hasSize(begun ? 1 : 0);
              assertThat(world.places("webinar-1").standing(ben.registrationId()))
                  .isEqualTo(begun ? Standing.SEAT : Standing.waiting(1));
              assertThat(world.events(PlacePromoted.class)).hasSize(begun ? 2 : 0);
            });

    assertThat(crashes).isEqualTo(8);
  }

  @Test
  void aCancellationThatCrashedAnywhereFreesItsSeatsAndAddress() {
    int crashes =
        crashEverywhere(
            world -> world.participate.cancel(world.byEmail(ANA).registrationId()),
            world -> {
              world.registered(ANA, bothAtTheVenue());
              world.registered(BEN, bothAtTheVenue());
            },
            world -> {
              if (!world.events(Cancelled.class).isEmpty()) {
                assertThat(world.events(Cancelled.class)).hasSize(1);
                assertThat(world.events(PlacePromoted.class)).hasSize(2);
                assertThat(world.claimed()).isEqualTo(1);
              }
            });

    assertThat(crashes).isEqualTo(8);
  }

  @Test
  void anErasureThatCrashedAnywhereLeavesNothingPersonal() {
    int crashes =
        crashEverywhere(
            world -> world.erase.erase(world.byEmail(ANA).registrationId()),
            world -> world.registered(ANA, bothAtTheVenue()),
            world -> {
              if (!world.events(Erased.class).isEmpty()) {
                assertThat(world.events(Erased.class)).hasSize(1);
                assertThat(world.registrationStates.values())
                    .allMatch(left -> left.person() == null);
                assertThat(world.claimed()).isZero();
                assertThat(world.places("webinar-1").holders()).isEmpty();
              }
            });

    assertThat(crashes).isEqualTo(4);
  }

  @Test
  void raisedSeatsThatCrashedAnywhereReachTheFirstInLine() {
    int crashes =
        crashEverywhere(
            world ->
                world.programme(
                    Drafts.programme(
                        Drafts.session("webinar-1", 2), Drafts.session("webinar-2", 2))),
            world -> {
              world.registered(ANA, bothAtTheVenue());
              world.registered(BEN, bothAtTheVenue());
            },
            world -> {
              boolean begun = world.programmeEvents.size() == 2;
              assertThat(world.events(PlacePromoted.class)).hasSize(begun ? 2 : 0);
              assertThat(world.programmes.find(World.BELIZE).orElseThrow().unsettledSince())
                  .isNull();
            });

    assertThat(crashes).isEqualTo(8);
  }

  @Test
  void aSeatIsNotLostToARequestThatWasHeldUpWhileItsPersonCancelled() {
    World world = new World();
    oneSeatEach(world);
    world.crashBeforeWrite(3);
    expectCrash(() -> world.registered(ANA, bothAtTheVenue()));
    Registration heldUp = world.byEmail(ANA);
    world.crashBeforeWrite(Integer.MAX_VALUE);
    world.participate.cancel(heldUp.registrationId());

    Places late =
        world.places("webinar-1").ask(heldUp.registrationId(), heldUp.revision(), 10).places();

    assertThat(late.holders()).isEmpty();
  }

  private static Map<String, @Nullable String> bothAtTheVenue() {
    return Map.of("webinar-1", "venue", "webinar-2", "venue");
  }

  private static void oneSeatEach(World world) {
    world.programme(
        Drafts.programme(Drafts.session("webinar-1", 1), Drafts.session("webinar-2", 1)));
  }

  private static int crashEverywhere(Consumer<World> deed, Consumer<World> expectation) {
    return crashEverywhere(deed, world -> {}, expectation);
  }

  /** Gives the number of crashes: one for each write of the deed. */
  private static int crashEverywhere(
      Consumer<World> deed, Consumer<World> before, Consumer<World> expectation) {
    for (int write = 1; write <= MORE_WRITES_THAN_ANY; write++) {
      World world = new World();
      oneSeatEach(world);
      before.accept(world);
      world.crashBeforeWrite(write);
      boolean crashed = expectCrash(() -> deed.accept(world));
      world.recover();
      world.recover();
      assertThat(world.registrationStates.values()).noneMatch(Registration::pending);
      assertThat(world.placesStates.values()).allMatch(places -> places.untold().isEmpty());
      assertThat(world.placesStates.values())
          .allMatch(places -> places.holders().size() <= places.seats());
      expectation.accept(world);
      if (!crashed) {
        return write - 1;
      }
    }
    throw new AssertionError("more writes than expected: " + List.of(MORE_WRITES_THAN_ANY));
  }

  private static boolean expectCrash(Runnable deed) {
    try {
      deed.run();
      return false;
    } catch (World.Crash crash) {
      return true;
    }
  }
}
