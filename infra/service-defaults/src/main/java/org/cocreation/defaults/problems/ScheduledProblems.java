package org.cocreation.defaults.problems;

import org.cocreation.messaging.Transience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ErrorHandler;

/**
 * What becomes of scheduled work that fails: it comes again at its next turn. A store that is away
 * is a line in the log, for it is every few seconds; anything else is told in full.
 */
final class ScheduledProblems implements ErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledProblems.class);

  @Override
  public void handleError(Throwable failure) {
    if (Transience.isOfTheStore(failure)) {
      LOG.warn("Scheduled work waits for the store and comes again: {}", failure.toString());
    } else {
      LOG.error("Scheduled work failed and comes again", failure);
    }
  }
}
