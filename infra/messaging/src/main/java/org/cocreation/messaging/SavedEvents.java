package org.cocreation.messaging;

import java.util.List;
import org.cocreation.messaging.RelayQueue.Waiting;

/** Told by a save that outboxes hold something to send. */
@FunctionalInterface
interface SavedEvents {

  /** Never blocks and never fails: what it drops, the sweep finds. */
  void saved(List<Waiting> outboxes);
}
