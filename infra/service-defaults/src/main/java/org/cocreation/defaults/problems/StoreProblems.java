package org.cocreation.defaults.problems;

import org.cocreation.messaging.ConcurrentChangeException;
import org.cocreation.messaging.StaleVersionException;
import org.cocreation.messaging.Transience;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What the store says: it is away, too many people changed the same thing, or the reader's version
 * is old.
 */
final class StoreProblems {

  private static final String SOON = "2";

  private StoreProblems() {}

  static @Nullable Problem of(Throwable exception) {
    if (exception instanceof StaleVersionException stale) {
      return Problem.of(
          HttpStatus.PRECONDITION_FAILED,
          "changed-meanwhile",
          "Somebody changed this meanwhile (it is at version "
              + stale.actual()
              + ", yours was "
              + stale.expected()
              + "); read it again and repeat your change.");
    }
    if (exception instanceof ConcurrentChangeException) {
      return Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "busy",
              "Too many people are changing this at the same moment; try again in a second.")
          .with(HttpHeaders.RETRY_AFTER, "1");
    }
    if (Transience.isOfTheStore(exception)) {
      return Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "store-unavailable",
              "The service cannot reach its store just now and has changed nothing that it did not"
                  + " confirm; try again in a few seconds.")
          .with(HttpHeaders.RETRY_AFTER, SOON);
    }
    return null;
  }
}
