package org.cocreation.messaging;

/** The aggregate is no longer at the version that the caller had read; nothing was saved. */
public final class StaleVersionException extends RuntimeException {

  private final long expected;
  private final long actual;

  StaleVersionException(String collection, String id, long expected, long actual) {
    super("%s %s is at version %d, not at %d".formatted(collection, id, actual, expected));
    this.expected = expected;
    this.actual = actual;
  }

  /** The version that the caller had read. */
  public long expected() {
    return expected;
  }

  /** The version that is stored; 0 when there is none. */
  public long actual() {
    return actual;
  }
}
