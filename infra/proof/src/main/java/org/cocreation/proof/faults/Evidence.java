package org.cocreation.proof.faults;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the stores, the topics and the mailbox hold about one programme, read from outside of the
 * services; and what the portal makes of them.
 *
 * @param registrations of the registration service
 * @param completions certificates by registration, as the certificate service has them
 * @param notes concept notes by their id
 * @param deliveries e-mails as the notification service intended them
 * @param records everything on the topics, in the order of each partition
 * @param mails the mailbox
 * @param overfull sessions with more people seated than seats, in words
 * @param deadLetters what services could not take in, in words
 * @param waiting outboxes that still hold something, in words
 * @param shown the portal's live page: how many have reached each stage
 */
record Evidence(
    List<Registered> registrations,
    Map<String, Held> completions,
    Map<String, Note> notes,
    List<Delivery> deliveries,
    List<Told> records,
    Mails mails,
    List<String> overfull,
    List<String> deadLetters,
    List<String> waiting,
    Map<String, Integer> shown) {

  /**
   * A registration in its store.
   *
   * @param modes session → mode
   */
  record Registered(String id, String email, boolean active, Map<String, String> modes) {}

  /** A certificate in its store. */
  record Held(String serial, boolean valid) {}

  /** A concept note in its store. */
  record Note(String registration, boolean submitted) {}

  /** An e-mail in its store. */
  record Delivery(String id, String registration, String template, String state) {}

  /**
   * A record on a topic.
   *
   * @param key the record's key
   * @param id the event's id
   * @param type the fact, without what all types share: {@code registration.registered}
   * @param body null for a tombstone
   */
  record Told(
      String topic,
      int partition,
      long offset,
      String key,
      String id,
      String type,
      @Nullable JsonNode body) {

    String text(String field) {
      return body == null ? "" : body.path(field).asString("");
    }
  }
}
