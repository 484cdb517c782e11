package org.cocreation.notification.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.cocreation.messaging.Announcement;
import org.cocreation.messaging.Announcer;
import org.cocreation.notification.domain.DeliveryEvent;
import org.cocreation.notification.domain.DeliveryEvent.EmailFailed;
import org.springframework.stereotype.Component;

/** What became of e-mails, told to the other services; keyed by the registration. */
@Component
class NotificationAnnouncer implements Announcer<DeliveryEvent> {

  private static final String TOPIC = "notification.events";

  record Sent(
      String deliveryId,
      String registrationId,
      String programmeId,
      String template,
      Instant sentAt) {}

  record Failed(
      String deliveryId,
      String registrationId,
      String programmeId,
      String template,
      Instant failedAt,
      String reason,
      @JsonProperty("final") boolean last) {}

  @Override
  public List<Announcement> announce(DeliveryEvent event) {
    if (event instanceof DeliveryEvent.EmailSent e) {
      return one(
          "email-sent",
          event,
          new Sent(
              e.deliveryId(),
              e.registrationId(),
              e.programmeId(),
              e.template().code(),
              e.sentAt()));
    }
    if (event instanceof EmailFailed e) {
      return one(
          "email-failed",
          event,
          new Failed(
              e.deliveryId(),
              e.registrationId(),
              e.programmeId(),
              e.template().code(),
              e.failedAt(),
              e.reason(),
              e.last()));
    }
    throw new IllegalArgumentException("Not announced: " + event.getClass().getSimpleName());
  }

  private static List<Announcement> one(String fact, DeliveryEvent event, Object body) {
    return List.of(
        new Announcement(
            TOPIC, "org.cocreation.notification." + fact + ".v1", event.registrationId(), body));
  }
}
