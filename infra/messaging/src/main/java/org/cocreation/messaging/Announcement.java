package org.cocreation.messaging;

import org.jspecify.annotations.Nullable;

/**
 * What the outbox will send about one domain event.
 *
 * @param topic the producing service's topic
 * @param type CloudEvents type, {@code org.cocreation.<service>.<fact>.v<n>}
 * @param key Kafka key and CloudEvents subject: the registration, programme or submission that the
 *     fact is about; never personal data
 * @param body written as JSON when the aggregate is saved, absent ({@code null}) properties left
 *     out; {@code null} is a tombstone, which erases the key from a compacted topic
 */
public record Announcement(String topic, String type, String key, @Nullable Object body) {

  /** A tombstone: the key is erased from a compacted topic. */
  public static Announcement tombstone(String topic, String type, String key) {
    return new Announcement(topic, type, key, null);
  }
}
