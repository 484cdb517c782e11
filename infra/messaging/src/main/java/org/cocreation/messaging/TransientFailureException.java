package org.cocreation.messaging;

/**
 * Something that a handler needs is away for now: the whole batch is tried again later and no
 * record is given up.
 */
public final class TransientFailureException extends RuntimeException {

  public TransientFailureException(String message, Throwable cause) {
    super(message, cause);
  }

  public TransientFailureException(String message) {
    super(message);
  }
}
