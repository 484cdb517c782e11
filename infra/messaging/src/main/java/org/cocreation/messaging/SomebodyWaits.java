package org.cocreation.messaging;

/**
 * Tells whether somebody waits for what the current thread does, as a person waits for the answer
 * to a request. The store is then given {@code store.answer-within} for each operation instead of
 * {@code store.read-timeout}, so that one that hangs is reported as soon as one that refuses
 * connections.
 */
@FunctionalInterface
public interface SomebodyWaits {

  /** Whether somebody waits now; asked before each operation. */
  boolean now();
}
