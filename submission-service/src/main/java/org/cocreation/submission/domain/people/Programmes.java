package org.cocreation.submission.domain.people;

import java.util.List;
import java.util.Optional;
import org.cocreation.submission.domain.ProgrammeId;

/** The programmes heard of. */
public interface Programmes {

  Optional<Programme> find(ProgrammeId id);

  /** Keeps each of them unless a newer revision, or the same, is already here. */
  void keepNewest(List<Programme> programmes);
}
