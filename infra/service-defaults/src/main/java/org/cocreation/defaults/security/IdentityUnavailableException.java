package org.cocreation.defaults.security;

import org.springframework.security.oauth2.jwt.JwtException;

/** A token could not be judged, because the identity provider's keys could not be had. */
final class IdentityUnavailableException extends JwtException {

  private static final long serialVersionUID = 1L;

  IdentityUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
