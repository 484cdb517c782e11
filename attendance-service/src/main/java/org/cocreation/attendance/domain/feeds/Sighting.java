package org.cocreation.attendance.domain.feeds;

import org.cocreation.attendance.domain.presence.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * One row of a feed: somebody was seen.
 *
 * @param row the line of the file, the first being 1
 * @param registrationId what the row says it is; null when it says nothing
 * @param name as it stands there; null when it says nothing
 * @param email as it stands there; null when it says nothing
 * @param institution as it stands there, in a column of its own; null when it says nothing
 * @param staff whether the feed says that it is one of those who run the session: a host,
 *     panellist, organiser or moderator
 * @param evidence what it says about their presence
 */
public record Sighting(
    int row,
    @Nullable String registrationId,
    @Nullable String name,
    @Nullable String email,
    @Nullable String institution,
    boolean staff,
    Evidence evidence) {

  /** Somebody of whom the feed does not say that they run the session. */
  public Sighting(
      int row,
      @Nullable String registrationId,
      @Nullable String name,
      @Nullable String email,
      @Nullable String institution,
      Evidence evidence) {
    this(row, registrationId, name, email, institution, false, evidence);
  }

  /** The same with other evidence. */
  Sighting with(Evidence other) {
    return new Sighting(row, registrationId, name, email, institution, staff, other);
  }
}
