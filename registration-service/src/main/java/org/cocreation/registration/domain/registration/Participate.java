package org.cocreation.registration.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cocreation.registration.domain.Decided;
import org.cocreation.registration.domain.Faults;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.Refusal;
import org.cocreation.registration.domain.RegistrationId;
import org.cocreation.registration.domain.programme.Programme;
import org.cocreation.registration.domain.programme.Programmes;
import org.jspecify.annotations.Nullable;

/**
 * What a registered person may do by the personal link: choose differently, correct the contact
 * details, cancel, get a new link.
 */
public final class Participate {
  private static final int ATTEMPTS = 10;

  private final Programmes programmes;
  private final Registrations registrations;
  private final Links links;
  private final Settle settle;
  private final Clock clock;

  public Participate(
      Programmes programmes, Registrations registrations, Links links, Settle settle, Clock clock) {
    this.programmes = programmes;
    this.registrations = registrations;
    this.links = links;
    this.settle = settle;
    this.clock = clock;
  }

  /**
   * Chooses anew for all sessions.
   *
   * @param readRevision the revision that the person saw; null = whatever it is now
   */
  public Registration choose(
      RegistrationId id,
      @Nullable Map<String, @Nullable String> drafts,
      @Nullable Integer readRevision) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Registration before = known(settle.settle(id));
      Programme programme = programmes.find(before.programmeId()).orElseThrow(Participate::unknown);
      Instant now = clock.instant();
      Optional<Registration> chosen =
          registrations.change(
              id,
              current -> {
                Registration present = known(current);
                if (present.pending()) {
                  return Decided.unchanged(Optional.<Registration>empty());
                }
                Decided<Registration, RegistrationEvent, Registration> decided =
                    present.active()
                        ? present.choose(
                            RegistrationCheck.choices(drafts, programme, present),
                            readRevision,
                            now)
                        : present.choose(Map.of(), readRevision, now);
                return new Decided<>(
                    decided.state(), decided.events(), Optional.of(decided.result()));
              });
      if (chosen.isPresent()) {
        return chosen.get().pending() ? known(settle.settle(id)) : chosen.get();
      }
    }
    throw new IllegalStateException("a registration kept being settled by others");
  }

  /** Corrects how the person is called and written to. */
  public Registration describe(
      RegistrationId id,
      @Nullable String name,
      @Nullable String organisation,
      @Nullable String language) {
    RegistrationCheck.CheckedContact contact =
        RegistrationCheck.contact(name, organisation, language);
    return registrations.change(
        id,
        current ->
            known(current).describe(contact.name(), contact.organisation(), contact.language()));
  }

  /** Cancels; seats go to those who wait. Cancelling again changes nothing. */
  public Registration cancel(RegistrationId id) {
    Instant now = clock.instant();
    Registration cancelled = registrations.change(id, current -> known(current).cancel(now));
    return cancelled.pending() ? known(settle.settle(id)) : cancelled;
  }

  /** The link stops working at once; a new one goes out. */
  public void replaceLink(RegistrationId id) {
    known(settle.settle(id));
    IssuedLink link = links.issue(id);
    Instant now = clock.instant();
    registrations.change(id, current -> known(current).replaceLink(link, now));
  }

  /** Sends a fresh link to the address if it is registered; whether it is, is not told. */
  public void sendLinkAgain(ProgrammeId programme, @Nullable String email) {
    Faults faults = new Faults();
    EmailAddress address = RegistrationCheck.email(faults, email);
    faults.refuseIfAny();
    registrations
        .findByClaim(Registration.claim(programme, address))
        .flatMap(found -> settle.settle(found.registrationId()))
        .filter(Registration::active)
        .ifPresent(registration -> replaceLink(registration.registrationId()));
  }

  /** What there is to see by the link. */
  public Registration look(RegistrationId id) {
    return known(registrations.find(id));
  }

  private static Registration known(Optional<Registration> registration) {
    return registration.filter(present -> !present.erased()).orElseThrow(Participate::unknown);
  }

  private static Refusal unknown() {
    return Refusal.because(
        Refusal.Reason.UNKNOWN, "There is no such registration, or this link was replaced.");
  }
}
