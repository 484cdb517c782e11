package org.cocreation.defaults;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The principal of a request with a personal link: the registration that the link stands for.
 * {@code Authentication.getName()} is the registration's id.
 */
public record LinkHolder(String registrationId, String programmeId)
    implements AuthenticatedPrincipal {

  @Override
  public String getName() {
    return registrationId;
  }
}
