package org.cocreation.peers.work;

import java.time.Instant;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An e-mail that is intended.
 *
 * @param id derived from cause, template and recipient
 */
@Document("deliveries")
public record Delivery(
    String id,
    String registrationId,
    String programmeId,
    String template,
    String cause,
    Instant at,
    String reference,
    String state,
    int attempts,
    Instant createdAt,
    Instant dueAt) {

  /** Tells somebody of their certificate; the same one each time. */
  public static Delivery of(Completion.Issued certificate, Recipient to, Instant now) {
    return new Delivery(
        "d-" + certificate.eventId(),
        to.id(),
        to.programmeId(),
        "CERTIFICATE_ISSUED",
        certificate.eventId(),
        certificate.issuedAt(),
        certificate.serial(),
        "QUEUED",
        0,
        now,
        now);
  }
}
