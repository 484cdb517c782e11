package org.cocreation.messaging;

/** The points between two steps of a fact's way at which a process may die. */
enum Milestone {
  /** Decided, nothing written. */
  BEFORE_SAVE,
  /** Written with its events, the relay not yet told. */
  SAVED,
  /** The relay has events in its hands, none sent. */
  BEFORE_SEND,
  /** The broker has acknowledged them, they are still in the outbox. */
  ACKNOWLEDGED,
  /** They are out of the outbox. */
  REMOVED,
  /** A batch is handled, its offsets are not yet committed. */
  HANDLED,
  /** Bad records are about to go to the dead letters. */
  BEFORE_DEAD_LETTERS
}
