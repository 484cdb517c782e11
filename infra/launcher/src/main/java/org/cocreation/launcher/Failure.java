package org.cocreation.launcher;

/**
 * Something that the person at the terminal can act on: its message says what is wrong and what to
 * do, and is all that they are shown.
 */
public final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure that is its own explanation. */
  public Failure(String message) {
    super(message);
  }

  /** A failure with the fault behind it. */
  public Failure(String message, Throwable cause) {
    super(
        message + ": " + (cause.getMessage() == null ? cause.toString() : cause.getMessage()),
        cause);
  }
}
