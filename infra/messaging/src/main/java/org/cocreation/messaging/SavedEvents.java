package org.cocreation.messaging;

import java.util.List;

/** Told by a save that an outbox holds something to send. */
@FunctionalInterface
interface SavedEvents {

  /**
   * Never blocks and never fails: what it drops, the sweep finds.
   *
   * @param nothingElseWaits the entries are all that was in that outbox when they were saved
   */
  void saved(String collection, String id, List<OutboxEntry> entries, boolean nothingElseWaits);
}
