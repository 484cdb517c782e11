package org.cocreation.notification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.cocreation.notification.domain.Delivery;
import org.jspecify.annotations.Nullable;

/** What became of one e-mail; without names and addresses. */
@Schema(name = "Delivery")
record DeliveryView(
    @Schema(example = "d-5Zk0nB3bTq2m8vXh1cLw9A") String deliveryId,
    @Schema(example = "belize-2020") String programmeId,
    @Schema(example = "24d4b96f-58da-4d4a-8512-313bbd02a28e") String registrationId,
    @Schema(example = "reminder-day") String template,
    @Schema(example = "reminder-day:belize-2020:webinar-2@2020-02-20T16:30:00Z") String cause,
    @Schema(
            example = "queued",
            allowableValues = {"waiting-for-contact", "queued", "sent", "failed", "dropped"})
        String state,
    @Schema(example = "The mail server said: 451 try again later") @Nullable String reason,
    @Schema(example = "2") int attempts,
    Instant createdAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant sentAt) {

  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.deliveryId(),
        delivery.programmeId(),
        delivery.registrationId(),
        delivery.template().code(),
        delivery.cause(),
        word(delivery.state()),
        delivery.reason(),
        delivery.attempts(),
        delivery.createdAt(),
        delivery.dueAt(),
        delivery.sentAt());
  }

  /** A state as it is written on the wire. */
  static String word(Delivery.State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
