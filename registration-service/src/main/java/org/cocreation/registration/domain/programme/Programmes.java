package org.cocreation.registration.domain.programme;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** All programmes. */
public interface Programmes {
  Optional<Programme> find(ProgrammeId id);

  /**
   * As it was a quarter of a second ago at most, wherever it was changed meanwhile: for who might
   * as well have come a moment earlier.
   */
  Optional<Programme> findRecent(ProgrammeId id);

  /** In the order of their ids, after the one named. */
  List<Programme> list(@Nullable ProgrammeId after, int limit);

  /**
   * Loads, decides and keeps state and events in one write; decides again when somebody else was
   * quicker.
   */
  <R> R change(
      ProgrammeId id, Function<Optional<Programme>, Decided<Programme, ProgrammeSet, R>> decide);

  /** Those whose seats have waited to be made known since before the instant. */
  List<ProgrammeId> unsettledBefore(Instant instant, int limit);
}
