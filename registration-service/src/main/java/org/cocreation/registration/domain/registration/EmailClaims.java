package org.cocreation.registration.domain.registration;

import java.util.Optional;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.RegistrationId;

/**
 * Which registration has which e-mail address in a programme: each address is claimed once (rule 1
 * of the domain).
 */
public interface EmailClaims {
  /** Claims the address for the candidate unless it is taken; answers whose it is now. */
  RegistrationId claim(String key, RegistrationId candidate);

  Optional<RegistrationId> find(String key);

  /** Gives the address back, if this registration has it. */
  void release(String key, RegistrationId holder);

  /**
   * The key of an address. A hash keeps it short and of one form; it is no secret from whoever
   * reads this store, which holds the address itself, and goes with it at erasure.
   */
  static String key(ProgrammeId programme, EmailAddress email) {
    return Links.hash(programme.value() + "\n" + email.value());
  }
}
