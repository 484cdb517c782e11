package org.cocreation.registration.domain.registration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.places.AllPlaces;
import org.cocreation.registration.domain.places.Places;
import org.cocreation.registration.domain.places.PlacesId;

/**
 * Tells registrations that they moved up, and strikes off those that know. The announcement leaves
 * from the registration itself, so it never overtakes what was said about the person before.
 */
public final class TellPromotions {
  /** Told in one go; the sweep goes on with the rest. */
  private static final int AT_ONCE = 500;

  private final Registrations registrations;
  private final AllPlaces allPlaces;

  public TellPromotions(Registrations registrations, AllPlaces allPlaces) {
    this.registrations = registrations;
    this.allPlaces = allPlaces;
  }

  /** May be repeated, and may stop anywhere. */
  public void tell(PlacesId id) {
    List<Places.Promotion> untold = allPlaces.find(id).map(Places::untold).orElse(List.of());
    Set<Places.Promotion> told = new HashSet<>();
    for (Places.Promotion promotion : untold.subList(0, Math.min(AT_ONCE, untold.size()))) {
      Registration.Told outcome =
          registrations.change(
              promotion.registrationId(),
              current ->
                  current
                      .map(
                          registration ->
                              registration.promote(id.sessionId(), promotion.promotedAt()))
                      .orElseGet(() -> Decided.unchanged(Registration.Told.DONE)));
      if (outcome == Registration.Told.DONE) {
        told.add(promotion);
      }
    }
    if (!told.isEmpty()) {
      allPlaces.change(
          id,
          current ->
              current
                  .<Decided<Places, Void, Boolean>>map(
                      places -> Decided.of(places.told(told), List.of(), true))
                  .orElseGet(() -> Decided.unchanged(false)));
    }
  }
}
