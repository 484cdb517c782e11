package org.cocreation.attendance.domain.sheet;

import org.cocreation.attendance.domain.presence.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * One row of an import, as it is kept.
 *
 * @param importId the import that gave it
 * @param row its line in the file, the first being 1
 * @param name as it stood there
 * @param institution as it stood there
 * @param evidence what it says about presence
 */
public record Entry(
    String importId,
    int row,
    @Nullable String name,
    @Nullable String institution,
    Evidence evidence) {

  Entry nameless() {
    return new Entry(importId, row, null, null, evidence);
  }
}
