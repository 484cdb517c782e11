package org.cocreation.proof.outbox;

/** A way to save events and send them until the broker has acknowledged every one. */
interface Sends {

  /** Events that are saved together. */
  int TOGETHER = 1_000;

  /** Saves that many, each in a document of its own; returns when all are sent and marked so. */
  void send(String run, int events) throws Exception;
}
