package org.cocreation.attendance.domain.sheet;

import java.util.List;

/**
 * What still has to follow from a decision: it is saved with the decision and taken away when
 * everything has followed, so that a crash in between loses nothing.
 *
 * @param registrationIds people whose attendance has to be looked at again
 * @param reason why, for those whose attendance was already recorded
 */
public record Unsettled(List<String> registrationIds, String reason) {

  /** Keeps its own copy. */
  public Unsettled {
    registrationIds = List.copyOf(registrationIds);
  }
}
