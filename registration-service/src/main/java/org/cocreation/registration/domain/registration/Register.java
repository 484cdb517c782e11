package org.cocreation.registration.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.Programmes;

/**
 * Registers a person. Whether the address was new is not told: a repeat changes nothing and looks
 * the same (rule 1).
 */
public final class Register {
  private static final int ATTEMPTS = 10;

  private final Programmes programmes;
  private final Registrations registrations;
  private final RegistrationIds ids;
  private final Links links;
  private final Settle settle;
  private final Clock clock;

  public Register(
      Programmes programmes,
      Registrations registrations,
      RegistrationIds ids,
      Links links,
      Settle settle,
      Clock clock) {
    this.programmes = programmes;
    this.registrations = registrations;
    this.ids = ids;
    this.links = links;
    this.settle = settle;
    this.clock = clock;
  }

  /**
   * Refuses an unknown or closed programme and a draft with faults, each the same way for new and
   * known addresses.
   */
  public void register(ProgrammeId programmeId, RegistrationDraft draft) {
    Programme programme =
        programmes
            .findRecent(programmeId)
            .orElseThrow(
                () -> Refusal.because(Refusal.Reason.UNKNOWN, "There is no such programme."));
    if (!programme.open()) {
      throw Refusal.because(
          Refusal.Reason.NOT_OPEN, "This programme does not take registrations now.");
    }
    RegistrationCheck.Checked checked = RegistrationCheck.registration(draft, programme);
    String claim = Registration.claim(programmeId, checked.person().email());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Registration> known = added(programmeId, claim, checked);
      if (known.isEmpty()) {
        known = registrations.findByClaim(claim);
      }
      known =
          known.flatMap(
              found ->
                  found.pending() ? settle.settle(found.registrationId()) : Optional.of(found));
      if (known.filter(Registration::active).isPresent()) {
        return;
      }
      // Given back meanwhile, or cancelled or erased a moment ago; settling has given the address
      // back, so it can be claimed anew.
    }
    throw new IllegalStateException("an e-mail address kept being claimed and given back");
  }

  /** The new registration, if nobody has the address. */
  private Optional<Registration> added(
      ProgrammeId programme, String claim, RegistrationCheck.Checked checked) {
    Instant now = clock.instant();
    RegistrationId id = ids.next();
    Registration wanted =
        Registration.wanted(id, programme, claim, checked.person(), checked.choices(), now);
    Decided<Registration, RegistrationEvent, Registration> first =
        wanted.needsPlaces()
            ? Decided.of(wanted, List.of(), wanted)
            : wanted.settled(wanted.revision(), Map.of(), links.issue(id), now);
    return registrations.add(id, first) ? Optional.of(first.result()) : Optional.empty();
  }
}
