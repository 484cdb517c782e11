package org.cocreation.registration.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.RegistrationId;

/**
 * Erases a person: everything personal here at once, everywhere else by a tombstone; the address
 * may register anew.
 */
public final class Erase {
  private final Registrations registrations;
  private final AllClicks clicks;
  private final Settle settle;
  private final Clock clock;

  public Erase(Registrations registrations, AllClicks clicks, Settle settle, Clock clock) {
    this.registrations = registrations;
    this.clicks = clicks;
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
    clicks.change(
        id,
        found ->
            found.filter(each -> !each.last().isEmpty()).isEmpty()
                ? Decided.unchanged(false)
                : Decided.of(Clicks.none(id, found.get().programmeId()), List.of(), true));
    settle.settle(id);
  }
}
