package org.cocreation.messaging;

import java.util.List;

/** Where bad records go, with their reason. */
@FunctionalInterface
interface DeadLetters {

  /**
   * Sends them and waits until the broker has every one.
   *
   * @throws TransientFailureException when it has not; then nothing of the batch may be committed
   */
  void send(String intake, List<BadRecord> bad);
}
