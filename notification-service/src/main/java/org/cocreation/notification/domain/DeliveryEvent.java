package org.cocreation.notification.domain;

import java.time.Instant;

/** What became of an e-mail, for the rest of the platform. */
public sealed interface DeliveryEvent {

  /** To whom it goes. */
  String registrationId();

  /** The mail server has taken it. */
  record EmailSent(
      String deliveryId,
      String registrationId,
      String programmeId,
      Template template,
      Instant sentAt)
      implements DeliveryEvent {}

  /** The mail server has refused it; {@code last} when it is not tried again. */
  record EmailFailed(
      String deliveryId,
      String registrationId,
      String programmeId,
      Template template,
      Instant failedAt,
      String reason,
      boolean last)
      implements DeliveryEvent {}
}
