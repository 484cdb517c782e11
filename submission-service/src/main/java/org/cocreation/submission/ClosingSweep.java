package org.cocreation.submission;

import org.cocreation.submission.domain.consultation.HoldConsultation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes it known, soon after its date, that a consultation is closed; the date itself already keeps
 * comments out.
 */
@Component
class ClosingSweep {

  private static final Logger log = LoggerFactory.getLogger(ClosingSweep.class);

  private final HoldConsultation consultations;

  ClosingSweep(HoldConsultation consultations) {
    this.consultations = consultations;
  }

  @Scheduled(fixedDelayString = "${cocreation.submission.consultation.sweep:30s}")
  void close() {
    try {
      int closed = consultations.closeOverdue();
      if (closed > 0) {
        log.info("{} consultations reached their closing date", closed);
      }
    } catch (DataAccessException away) {
      log.warn(
          "Consultations could not be looked through; they will be at the next turn: {}",
          away.toString());
    }
  }
}
