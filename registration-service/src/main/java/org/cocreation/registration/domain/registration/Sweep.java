package org.cocreation.registration.domain.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.programme.Programmes;

/**
 * Finishes what a crash left half done: seats of a programme not yet made known, registrations
 * pending, promotions not told. What is younger than the given age is left to the request that is
 * still at it.
 */
public final class Sweep {
  private static final int AT_ONCE = 200;

  /** Learns of a piece of work that could not be finished; the next sweep tries it again. */
  @FunctionalInterface
  public interface Failures {
    void failed(String what, RuntimeException why);
  }

  private final Programmes programmes;
  private final AllPlaces allPlaces;
  private final Registrations registrations;
  private final SetProgramme setProgramme;
  private final Settle settle;
  private final TellPromotions promotions;
  private final Clock clock;
  private final Duration age;

  public Sweep(
      Programmes programmes,
      AllPlaces allPlaces,
      Registrations registrations,
      SetProgramme setProgramme,
      Settle settle,
      TellPromotions promotions,
      Clock clock,
      Duration age) {
    this.programmes = programmes;
    this.allPlaces = allPlaces;
    this.registrations = registrations;
    this.setProgramme = setProgramme;
    this.settle = settle;
    this.promotions = promotions;
    this.clock = clock;
    this.age = age;
  }

  /**
   * Tries everything that is old enough once; one failure does not keep the others from being
   * finished.
   */
  public int sweep(Failures failures) {
    Instant before = clock.instant().minus(age);
    return each(programmes.unsettledBefore(before, AT_ONCE), setProgramme::settle, failures)
        + each(registrations.pendingBefore(before, AT_ONCE), settle::settle, failures)
        + each(allPlaces.untoldBefore(before, AT_ONCE), promotions::tell, failures);
  }

  private static <T> int each(List<T> left, Consumer<T> finish, Failures failures) {
    int finished = 0;
    for (T item : left) {
      try {
        finish.accept(item);
        finished++;
      } catch (RuntimeException e) {
        failures.failed(String.valueOf(item), e);
      }
    }
    return finished;
  }
}
