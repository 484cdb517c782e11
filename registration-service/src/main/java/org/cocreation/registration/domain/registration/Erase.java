package org.cocreation.registration.domain.registration;

import java.time.Clock;
import java.time.Instant;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.RegistrationId;

/**
 * Erases a person: everything personal here at once, everywhere else by a tombstone; the address
 * may register anew.
 */
public final class Erase {
  private final Registrations registrations;
  private final Settle settle;
  private final Clock clock;

  public Erase(Registrations registrations, Settle settle, Clock clock) {
    this.registrations = registrations;
    this.settle = settle;
    this.clock = clock;
  }

  /** Erasing again changes nothing. */
  public void erase(RegistrationId id) {
    Instant now = clock.instant();
    registrations.change(
        id,
        current ->
            current
                .orElseThrow(
                    () -> Refusal.because(Refusal.Reason.UNKNOWN, "There is no such registration."))
                .erase(now));
    settle.settle(id);
  }
}
