package org.cocreation.registration.domain.registration;

import java.util.Optional;
import java.util.function.Function;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.RegistrationId;

/** The clicks on personal join links, by registration. */
public interface AllClicks {
  Optional<Clicks> find(RegistrationId id);

  /** Loads, decides and keeps state and events in one write. */
  <R> R change(
      RegistrationId id, Function<Optional<Clicks>, Decided<Clicks, RegistrationEvent, R>> decide);
}
