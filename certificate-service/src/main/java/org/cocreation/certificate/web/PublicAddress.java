package org.cocreation.certificate.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where people reach the platform.
 *
 * @param publicUrl the portal's address, to which links in certificates lead
 */
@Validated
@ConfigurationProperties("cocreation")
record PublicAddress(@NotNull @DefaultValue("http://localhost:8080") URI publicUrl) {

  /** The page that verifies a certificate. */
  String verification(String serial) {
    return base() + "/verify/" + serial;
  }

  /** Without a slash at the end. */
  String base() {
    String url = publicUrl.toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
