package org.cocreation.attendance.domain.sheet;

import java.util.List;
import org.cocreation.attendance.domain.Bilingual;

/**
 * What is unresolved before closing.
 *
 * @param sheet the sheet as it stands
 * @param waiting observations that nobody has decided
 * @param imports files that are in
 * @param previews files that were read and neither accepted nor let go
 * @param unfinished files that are being brought in or taken out
 * @param unknown people on the roster of whom it is not known whether they attended
 * @param warnings what a coordinator should consider; empty once closing has begun
 */
public record Unresolved(
    Sheet sheet,
    int waiting,
    int imports,
    int previews,
    int unfinished,
    int unknown,
    List<Bilingual> warnings) {

  /** Keeps its own copy. */
  public Unresolved {
    warnings = List.copyOf(warnings);
  }
}
