package org.cocreation.peers.work;

import java.time.Instant;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How somebody is to be reached.
 *
 * @param id the registration's
 */
@Document("recipients")
public record Recipient(
    String id,
    String programmeId,
    String name,
    String email,
    String language,
    String standing,
    Instant standingSince,
    String sealedLink) {

  /** Somebody who is registered. */
  public static Recipient of(Person person) {
    return new Recipient(
        person.id(),
        person.programmeId(),
        person.name(),
        person.email(),
        "EN",
        "REGISTERED",
        person.registeredAt(),
        person.linkHash() + person.linkHash());
  }
}
