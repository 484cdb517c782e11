package org.cocreation.embedded.store;

/** What an acknowledged write survives. */
enum Durability {
  /** Nothing: the journal is written some time later. Only for proving that a test can fail. */
  LATER,
  /** The death of the process: the operating system has the write. */
  PROCESS_DEATH,
  /** The loss of power: the disk has the write. */
  POWER_LOSS
}
