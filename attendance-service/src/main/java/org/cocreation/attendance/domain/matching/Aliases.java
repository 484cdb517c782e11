package org.cocreation.attendance.domain.matching;

import java.util.Collection;
import java.util.List;
import org.cocreation.attendance.domain.Kept;

/** The remembered decisions, by {@link Alias#idOf}. */
public interface Aliases extends Kept<Alias> {

  /** The ids of those that stand for at least one of these people. */
  List<String> standingFor(Collection<String> registrationIds);
}
