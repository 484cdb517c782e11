package org.cocreation.certificate;

import org.cocreation.certificate.domain.Judging;
import org.cocreation.certificate.domain.Programme;
import org.cocreation.certificate.domain.Programmes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Judges everybody of a changed programme anew, in batches, in the background. What is left to do
 * is read off the completions themselves, so it goes on after a crash, and two instances at it do
 * no harm.
 */
@Component
class Rejudging {

  private static final Logger log = LoggerFactory.getLogger(Rejudging.class);

  private final Judging judging;
  private final Programmes programmes;
  private final int batch;

  Rejudging(Judging judging, Programmes programmes, CertificateProperties properties) {
    this.judging = judging;
    this.programmes = programmes;
    this.batch = properties.judging().batch();
  }

  @Scheduled(fixedDelayString = "${certificate.judging.interval:2s}")
  void rejudge() {
    for (Programme programme : programmes.all()) {
      int all = 0;
      int some;
      do {
        some = judging.rejudge(programme, batch);
        all += some;
      } while (some == batch);
      if (all > 0) {
        log.info(
            "Judged {} people anew after revision {} of programme {}",
            all,
            programme.revision(),
            programme.programmeId());
      }
    }
  }
}
