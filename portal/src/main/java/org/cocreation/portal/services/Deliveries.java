package org.cocreation.portal.services;

import static org.cocreation.portal.services.Services.Service.NOTIFICATION;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages ask of the notification service. */
@Component
public class Deliveries {

  private final Services services;

  Deliveries(Services services) {
    this.services = services;
  }

  /** The newest e-mails of a programme and what became of them. */
  public List<Delivery> newest(Caller coordinator, String programmeId) {
    return services
        .get(
            NOTIFICATION,
            coordinator,
            DeliveryList.class,
            "/programmes/{p}/deliveries?limit=25",
            programmeId)
        .items();
  }

  /** A page of deliveries. */
  public record DeliveryList(List<Delivery> items) {}

  /** An e-mail, without name or address. */
  public record Delivery(
      String deliveryId,
      String registrationId,
      String template,
      String state,
      @Nullable String reason,
      int attempts,
      Instant createdAt,
      @Nullable Instant sentAt) {}
}
