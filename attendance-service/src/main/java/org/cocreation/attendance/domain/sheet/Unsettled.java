package org.cocreation.attendance.domain.sheet;

import java.util.List;

/**
 * What still has to follow from a change of an observation: it is saved with the change and taken
 * away when everything has followed, so that a crash in between loses nothing.
 *
 * @param registrationIds people whose attendance has to be looked at again
 * @param reason why, for those whose attendance was already recorded
 * @param decided whether a coordinator decided, or took a decision back: then what is remembered
 *     for other sessions follows too
 * @param untold what happened and is not in the session's history yet
 */
public record Unsettled(
    List<String> registrationIds, String reason, boolean decided, List<Happening> untold) {

  /** Keeps its own copies. */
  public Unsettled {
    registrationIds = List.copyOf(registrationIds);
    untold = List.copyOf(untold);
  }
}
