package org.cocreation.testing.rules.planted.wellkept.domain;

import java.time.Clock;
import java.time.Instant;

/** Given its clock. */
public final class Visits {

  private final Clock clock;

  public Visits(Clock clock) {
    this.clock = clock;
  }

  /** When somebody came. */
  public Instant come() {
    return Instant.now(clock);
  }
}
