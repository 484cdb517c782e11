package org.cocreation.registration.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Locale;
import org.cocreation.registration.domain.registration.Language;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The portal's pages that calendars lead to.
 *
 * @param publicUrl where people reach the portal
 */
@Validated
@ConfigurationProperties("cocreation")
record PortalPages(@NotNull @DefaultValue("http://localhost:8080") URI publicUrl) {

  /** The personal join link of a session; its page speaks the person's language. */
  String join(String token, String sessionId, Language language) {
    String url = publicUrl.toString();
    String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    return base
        + "/me/"
        + token
        + "/join/"
        + sessionId
        + "?lang="
        + language.name().toLowerCase(Locale.ROOT);
  }
}
