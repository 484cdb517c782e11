package org.cocreation.notification.messaging.mail;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.cocreation.notification.domain.Language;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The portal's pages that e-mails lead to, in the language of the e-mail: whoever reads Spanish and
 * has an English browser does not land on an English page.
 *
 * @param publicUrl where people reach the portal
 */
@Validated
@ConfigurationProperties("cocreation")
record PortalPages(@NotNull @DefaultValue("http://localhost:8080") URI publicUrl) {

  String personal(String token, Language language) {
    return address("/me/" + token, language);
  }

  /** The personal join link of a session: it leads to the room while that is open. */
  String join(String token, String sessionId, Language language) {
    return address("/me/" + token + "/join/" + sessionId, language);
  }

  String programme(String programmeId, Language language) {
    return address("/programmes/" + programmeId, language);
  }

  String plan(String programmeId, Language language) {
    return address("/programmes/" + programmeId + "/plan", language);
  }

  String verification(String serial, Language language) {
    return address("/verify/" + serial, language);
  }

  private String address(String path, Language language) {
    String url = publicUrl.toString();
    String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    return base + path + "?lang=" + language.code();
  }
}
