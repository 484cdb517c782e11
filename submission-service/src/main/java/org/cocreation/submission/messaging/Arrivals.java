package org.cocreation.submission.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What arrives, with only the fields that are read here. */
final class Arrivals {

  private Arrivals() {}

  record ProgrammeSet(String programmeId, int revision, Title title, String timeZone) {}

  record Title(String en, @Nullable String es) {}

  record Registered(
      String registrationId, String programmeId, Instant registeredAt, String linkHash) {}

  record LinkReplaced(String registrationId, String linkHash, Instant requestedAt) {}

  record RegistrationCancelled(String registrationId) {}

  record RegistrationErased(String registrationId) {}

  record Contact(String registrationId, int revision, String name, @Nullable String organisation) {}

  record CertificateIssued(String registrationId, Instant issuedAt) {}

  record CertificateRevoked(String registrationId, Instant revokedAt) {}

  record CertificateReinstated(String registrationId, Instant reinstatedAt) {}
}
