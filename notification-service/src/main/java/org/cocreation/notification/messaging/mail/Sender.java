package org.cocreation.notification.messaging.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * From whom e-mails come; the settings {@code notification.from}, {@code notification.from-name}
 * and {@code notification.reply-to}.
 *
 * @param from the address; its domain also ends every Message-ID
 * @param fromName the name that people see
 * @param replyTo where answers go, or null for {@code from}
 */
@Validated
@ConfigurationProperties("notification")
record Sender(
    @NotBlank @Email @DefaultValue("no-reply@cocreation.example") String from,
    @NotBlank @DefaultValue("Co-creation Platform") String fromName,
    @Email @Nullable String replyTo) {

  /** What stands behind the @. */
  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }
}
