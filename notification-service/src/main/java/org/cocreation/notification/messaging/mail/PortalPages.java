package org.cocreation.notification.messaging.mail;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The portal's pages that e-mails lead to.
 *
 * @param publicUrl where people reach the portal
 */
@Validated
@ConfigurationProperties("cocreation")
record PortalPages(@NotNull @DefaultValue("http://localhost:8080") URI publicUrl) {

  String personal(String token) {
    return base() + "/me/" + token;
  }

  /** The personal join link of a session: it leads to the room while that is open. */
  String join(String personal, String sessionId) {
    return personal + "/join/" + sessionId;
  }

  String programme(String programmeId) {
    return base() + "/programmes/" + programmeId;
  }

  String plan(String programmeId) {
    return programme(programmeId) + "/plan";
  }

  String verification(String serial) {
    return base() + "/verify/" + serial;
  }

  private String base() {
    String url = publicUrl.toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
