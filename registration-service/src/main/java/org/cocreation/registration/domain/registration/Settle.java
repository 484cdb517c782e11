package org.cocreation.registration.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.SessionId;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.places.Capacity;
import org.cocreation.registration.domain.places.Place;
import org.cocreation.registration.domain.places.Places;
import org.cocreation.registration.domain.places.PlacesId;
import org.cocreation.registration.domain.places.Standing;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.Programmes;
import org.cocreation.registration.domain.programme.Session;

/**
 * Brings what a registration wants and what the places of its sessions give into agreement, then
 * announces it. It may stop anywhere and be begun again by anybody: asking and releasing are
 * repeatable, and the registration stays pending to the end.
 */
public final class Settle {
  private static final int ATTEMPTS = 20;

  private final Programmes programmes;
  private final AllPlaces allPlaces;
  private final Registrations registrations;
  private final Links links;
  private final TellPromotions promotions;
  private final Clock clock;
  private final int waitingLimit;

  public Settle(
      Programmes programmes,
      AllPlaces allPlaces,
      Registrations registrations,
      Links links,
      TellPromotions promotions,
      Clock clock,
      int waitingLimit) {
    this.programmes = programmes;
    this.allPlaces = allPlaces;
    this.registrations = registrations;
    this.links = links;
    this.promotions = promotions;
    this.clock = clock;
    this.waitingLimit = waitingLimit;
  }

  /** The registration with nothing pending; empty when there is none. */
  public Optional<Registration> settle(RegistrationId id) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Registration> found = registrations.find(id);
      if (found.isEmpty() || !found.get().pending()) {
        return found;
      }
      settleOnce(found.get());
    }
    throw new IllegalStateException("a registration kept changing while it was settled");
  }

  private void settleOnce(Registration registration) {
    Map<SessionId, Standing> standings = new HashMap<>();
    List<PlacesId> touched = new ArrayList<>();
    Optional<Programme> programme = programmes.find(registration.programmeId());
    for (Choice choice : registration.choices()) {
      boolean toAsk = registration.active() && choice.wantsPlace() && choice.place() != Place.SEAT;
      boolean toRelease =
          registration.active()
              ? !choice.wantsPlace() && choice.place() != Place.NONE
              : choice.mayHavePlace();
      PlacesId places = new PlacesId(registration.programmeId(), choice.sessionId());
      if (toAsk) {
        Optional<Session> session = programme.flatMap(known -> known.session(choice.sessionId()));
        standings.put(
            choice.sessionId(),
            programme.isPresent() && session.isPresent()
                ? ask(places, registration, Capacity.of(programme.get(), session.get()))
                : Standing.NONE);
        touched.add(places);
      } else if (toRelease) {
        release(places, registration);
        standings.put(choice.sessionId(), Standing.NONE);
        touched.add(places);
      }
    }
    IssuedLink link = registration.announced() ? null : links.issue(registration.registrationId());
    Instant now = clock.instant();
    registrations.change(
        registration.registrationId(),
        current ->
            current
                .map(present -> present.settled(registration.revision(), standings, link, now))
                .orElseGet(() -> Decided.unchanged(registration)));
    touched.forEach(this::tellIfAny);
  }

  private Standing ask(PlacesId id, Registration registration, Capacity capacity) {
    Instant now = clock.instant();
    return allPlaces.change(
        id,
        current -> {
          Places before = current.orElseGet(() -> Places.untouched(id));
          Places.Asked asked =
              before
                  .with(capacity, now)
                  .ask(registration.registrationId(), registration.revision(), waitingLimit);
          return asked.places().equals(before)
              ? Decided.unchanged(asked.standing())
              : Decided.of(asked.places(), List.of(), asked.standing());
        });
  }

  private void release(PlacesId id, Registration registration) {
    Instant now = clock.instant();
    allPlaces.change(
        id,
        current -> {
          Places before = current.orElseGet(() -> Places.untouched(id));
          Places after =
              before.release(registration.registrationId(), registration.revision(), now);
          return after.equals(before)
              ? Decided.unchanged(false)
              : Decided.of(after, List.of(), true);
        });
  }

  private void tellIfAny(PlacesId id) {
    if (allPlaces.find(id).filter(places -> !places.untold().isEmpty()).isPresent()) {
      promotions.tell(id);
    }
  }
}
