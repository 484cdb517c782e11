package org.cocreation.notification.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail that is to be.
 *
 * @param cause the id of the event, or of the reminder, that asks for it
 * @param usefulUntil after this moment it is not sent any more; null when it never gets too late
 */
public record Draft(
    String cause,
    Template template,
    String registrationId,
    String programmeId,
    Facts facts,
    @Nullable Instant usefulUntil) {

  /**
   * The delivery's id: the same for the same cause, template and recipient, and for nothing else
   * (rule 9 of the domain).
   */
  public String deliveryId() {
    String whole = cause + '\n' + template.code() + '\n' + registrationId;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return "d-" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
