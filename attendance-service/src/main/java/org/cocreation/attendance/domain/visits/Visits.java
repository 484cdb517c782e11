package org.cocreation.attendance.domain.visits;

import java.util.List;
import org.cocreation.attendance.domain.Kept;
import org.cocreation.attendance.domain.SessionKey;

/** The visits, by id. */
public interface Visits extends Kept<Visit> {

  /** Those of a session. Costs grow with them, not with what else is stored. */
  List<Visit> of(SessionKey session);
}
