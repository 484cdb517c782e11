package org.cocreation.registration.domain.places;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.SessionId;

/** The places of every session. */
public interface AllPlaces {
  Optional<Places> find(PlacesId id);

  /** Those that anybody has asked for yet. */
  Map<SessionId, Places> find(ProgrammeId programme, Collection<SessionId> sessions);

  /**
   * Loads, decides and keeps the state in one write; decides again when somebody else was quicker.
   */
  <R> R change(PlacesId id, Function<Optional<Places>, Decided<Places, Void, R>> decide);

  /** Those with a promotion that has not been told since before the instant. */
  List<PlacesId> untoldBefore(Instant instant, int limit);
}
