package org.cocreation.submission.domain.process;

import java.util.Optional;
import java.util.function.Function;
import org.cocreation.submission.domain.Outcome;
import org.cocreation.submission.domain.ProgrammeId;

/** The processes that somebody has set. */
public interface Processes {

  Optional<ProgrammeProcess> find(ProgrammeId programme);

  <R> R change(
      ProgrammeId programme,
      Function<Optional<ProgrammeProcess>, Outcome<ProgrammeProcess, Void, R>> decide);
}
