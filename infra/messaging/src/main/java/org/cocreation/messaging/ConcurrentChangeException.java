package org.cocreation.messaging;

/**
 * The same aggregate was changed by others each time it was tried; nothing was saved and the
 * request can be repeated.
 */
public final class ConcurrentChangeException extends RuntimeException {

  ConcurrentChangeException(String collection, String id, int attempts) {
    super("%s %s was changed by others %d times in a row".formatted(collection, id, attempts));
  }
}
