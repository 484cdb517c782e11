package org.cocreation.attendance.domain.sheet;

import org.cocreation.attendance.domain.presence.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * One row of an import, or one thing that a feed told, as it is kept.
 *
 * @param origin where it stands
 * @param revision the source's own revision of it; the highest counts, 0 for a row of a file
 * @param name as it stood there
 * @param institution as it stood there
 * @param evidence what it says about presence
 * @param staff whether the source says that this is a host, speaker or helper
 */
public record Entry(
    Origin origin,
    int revision,
    @Nullable String name,
    @Nullable String institution,
    Evidence evidence,
    boolean staff) {

  Entry nameless() {
    return new Entry(origin, revision, null, null, evidence, staff);
  }
}
