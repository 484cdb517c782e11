package org.cocreation.attendance.domain.sheet;

import java.time.Instant;
import java.util.List;
import org.cocreation.attendance.domain.Kept;
import org.cocreation.attendance.domain.SessionKey;

/** The imports, by id. */
public interface Imports extends Kept<Import> {

  /**
   * A session's imports, the latest first, after one {@link Import#position} ("" for the first
   * page).
   */
  List<Import> page(SessionKey session, String after, int limit);

  /** How many imports of a session have a status. */
  int count(SessionKey session, Import.Status status);

  /** Those being applied or undone on which nobody has worked since a time. */
  List<Import> unfinished(Instant untouchedSince);

  /** Some of those that have been in preview since before a time. */
  List<Import> previewedBefore(Instant time);
}
