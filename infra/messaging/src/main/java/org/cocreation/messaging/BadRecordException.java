package org.cocreation.messaging;

/** One record can't be taken in, whatever is tried again; its neighbours can. */
final class BadRecordException extends RuntimeException {

  private final Reason reason;

  BadRecordException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
