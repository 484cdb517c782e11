package org.cocreation.messaging;

/** The headers that a dead letter has besides those that the record came with. */
final class DeadLetterHeaders {

  static final String INTAKE = "dead-letter-intake";
  static final String TOPIC = "dead-letter-topic";
  static final String PARTITION = "dead-letter-partition";
  static final String OFFSET = "dead-letter-offset";
  static final String REASON = "dead-letter-reason";
  static final String DETAIL = "dead-letter-detail";
  static final String AT = "dead-letter-at";
  static final String WITHHELD = "dead-letter-withheld";
  static final String TOMBSTONE = "dead-letter-tombstone";

  private DeadLetterHeaders() {}
}
