package org.cocreation.notification.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** An event's id, a UUID of version 7: it begins with the milliseconds at which it was told. */
  private static final Pattern TOLD =
      Pattern.compile("([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

  /**
   * The delivery's id: the same for the same cause, template and recipient, and for nothing else
   * (rule 9 of the domain).
   *
   * <p>It begins with when its cause was told, or with what all deliveries of one reminder have in
   * common, so that what is written together lies together: of ids in no order each changes another
   * page of the store, the more of them the more there are.
   */
  public String deliveryId() {
    Matcher told = TOLD.matcher(cause);
    String together =
        told.matches()
            ? told.group(1) + told.group(2)
            : HexFormat.of().toHexDigits(cause.hashCode());
    String whole = cause + '\n' + template.code() + '\n' + registrationId;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return "d-" + together + "-" + Base64.getUrlEncoder().encodeToString(hash).substring(0, 22);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
