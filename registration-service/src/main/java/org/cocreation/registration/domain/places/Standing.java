package org.cocreation.registration.domain.places;

/**
 * Where a person stands at a session's venue.
 *
 * @param position place in the waiting list from 1; 0 when not waiting
 */
public record Standing(Place place, int position) {
  public static final Standing SEAT = new Standing(Place.SEAT, 0);
  public static final Standing NONE = new Standing(Place.NONE, 0);

  public static Standing waiting(int position) {
    return new Standing(Place.WAITING, position);
  }
}
