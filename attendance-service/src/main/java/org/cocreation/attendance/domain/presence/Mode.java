package org.cocreation.attendance.domain.presence;

import java.util.Set;

/** How a person took part, as far as the evidence tells. */
public enum Mode {
  /** Only online. */
  ONLINE,
  /** Only at the venue. */
  VENUE,
  /** Online and at the venue. */
  BOTH,
  /** No evidence of either. */
  NONE;

  /** The mode that these places come to. */
  public static Mode of(Set<Place> places) {
    if (places.size() == 2) {
      return BOTH;
    }
    if (places.isEmpty()) {
      return NONE;
    }
    return places.contains(Place.ONLINE) ? ONLINE : VENUE;
  }
}
