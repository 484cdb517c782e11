package org.cocreation.peers.work;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One person on the roster of a programme with one session, as large as the platform keeps them.
 *
 * @param id the registration's
 * @param place programme and registration, by which a programme's people are paged
 */
@Document("people")
public record Person(
    String id,
    String programmeId,
    String place,
    String name,
    String email,
    String organisation,
    Instant registeredAt,
    String linkHash,
    String sessionId,
    String mode,
    List<String> keys) {

  /** The only session of the programme. */
  public static final String SESSION = "session-1";

  /** The person of that number; the same each time. */
  public static Person of(String programmeId, int number) {
    String id = String.format(Locale.ROOT, "%s-%08d-b5e1-9da7defd1074", programmeId, number);
    String name = "Given" + number + " Family" + number;
    String email = "person" + number + "@mail.example";
    return new Person(
        id,
        programmeId,
        programmeId + "/" + id,
        name,
        email,
        "Organisation " + number % 40,
        Instant.parse("2020-02-01T09:00:00Z"),
        String.format(Locale.ROOT, "%064x", number),
        SESSION,
        "online",
        List.of(
            programmeId + "/e/" + email,
            programmeId + "/n/" + name.toLowerCase(Locale.ROOT),
            programmeId + "/g/given" + number,
            programmeId + "/f/family" + number));
  }
}
