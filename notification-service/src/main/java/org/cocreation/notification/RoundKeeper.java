package org.cocreation.notification;

import org.cocreation.notification.domain.RoundWalk;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks again and again for rounds whose time has come. */
@Component
class RoundKeeper {

  private final RoundWalk walk;

  RoundKeeper(RoundWalk walk) {
    this.walk = walk;
  }

  @Scheduled(fixedDelayString = "${notification.rounds.interval:2s}")
  void walk() {
    while (walk.walk() > 0) {
      // What is left over is due too.
    }
  }
}
