package org.cocreation.registration.web;

import java.util.Optional;
import org.cocreation.registration.domain.ProgrammeId;
import org.cocreation.registration.domain.registration.EmailAddress;
import org.cocreation.registration.domain.registration.Registration;
import org.jspecify.annotations.Nullable;

/**
 * The limits of what is open to everybody: per client address, and per e-mail address however it is
 * written.
 */
final class PublicDoor {
  private final RateLimits registrations;
  private final RateLimits registrationsPerEmail;
  private final RateLimits links;
  private final RateLimits linksPerEmail;

  PublicDoor(
      RateLimits registrations,
      RateLimits registrationsPerEmail,
      RateLimits links,
      RateLimits linksPerEmail) {
    this.registrations = registrations;
    this.registrationsPerEmail = registrationsPerEmail;
    this.links = links;
    this.linksPerEmail = linksPerEmail;
  }

  void register(String client, ProgrammeId programme, @Nullable String email) {
    registrations.knock(client);
    hashed(programme, email).ifPresent(registrationsPerEmail::knock);
  }

  void sendLink(String client, ProgrammeId programme, @Nullable String email) {
    links.knock(client);
    hashed(programme, email).ifPresent(linksPerEmail::knock);
  }

  private static Optional<String> hashed(ProgrammeId programme, @Nullable String email) {
    return Optional.ofNullable(email)
        .flatMap(EmailAddress::parse)
        .map(address -> Registration.claim(programme, address));
  }
}
