package org.cocreation.attendance;

import org.cocreation.attendance.domain.sheet.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks for unfinished work from time to time, and says so when some of it keeps failing. */
class UnfinishedWork {

  private static final Logger log = LoggerFactory.getLogger(UnfinishedWork.class);

  private final Sweep sweep;

  UnfinishedWork(Sweep sweep) {
    this.sweep = sweep;
  }

  @Scheduled(fixedDelayString = "${cocreation.attendance.sweep-every:5s}")
  void complete() {
    try {
      sweep
          .once()
          .forEach(trouble -> log.warn("Unfinished work is left for the next time", trouble));
    } catch (RuntimeException trouble) {
      log.warn("Unfinished work could not be looked for: {}", trouble.toString());
    }
  }
}
