package org.cocreation.portal.services;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a service is asked.
 *
 * @param authorization the value of the {@code Authorization} header; null for the public
 */
public record Caller(@Nullable String authorization) {

  /** Anybody. */
  public static final Caller PUBLIC = new Caller(null);

  /** The person whom a personal link was sent to. */
  public static Caller holding(String personalLinkToken) {
    return new Caller("PersonalLink " + personalLinkToken);
  }

  /** A member of staff, by the access token that the portal keeps. */
  public static Caller staff(String accessToken) {
    return new Caller("Bearer " + accessToken);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return authorization == null ? "the public" : "somebody with a secret";
  }
}
