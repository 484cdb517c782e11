package org.cocreation.messaging;

/** Told when a milestone is reached; a test makes it throw to play a crash at that very point. */
@FunctionalInterface
interface Milestones {

  Milestones UNWATCHED = milestone -> {};

  void reached(Milestone milestone);
}
