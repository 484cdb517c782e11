package org.cocreation.submission.messaging;

import java.time.Instant;
import java.util.List;
import org.cocreation.messaging.Announcement;
import org.cocreation.messaging.Announcer;
import org.cocreation.submission.domain.consultation.ConsultationEvent;
import org.springframework.stereotype.Component;

/** Tells when a consultation opens and closes; the key is the programme. */
@Component
final class ConsultationAnnouncer implements Announcer<ConsultationEvent> {

  record ConsultationOpened(String programmeId, Instant opensAt, Instant closesAt) {}

  record ConsultationClosed(String programmeId, Instant closedAt) {}

  @Override
  public List<Announcement> announce(ConsultationEvent event) {
    if (event instanceof ConsultationEvent.Opened e) {
      String key = e.programme().value();
      return List.of(
          Facts.of(
              "consultation-opened", key, new ConsultationOpened(key, e.opensAt(), e.closesAt())));
    }
    if (event instanceof ConsultationEvent.Closed e) {
      String key = e.programme().value();
      return List.of(
          Facts.of("consultation-closed", key, new ConsultationClosed(key, e.closedAt())));
    }
    throw Facts.unknown(event);
  }
}
