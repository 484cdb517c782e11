package org.cocreation.embedded.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded identity provider.
 *
 * @param issuer the address that tokens name as their issuer, and that browsers and services use
 * @param dir where the signing keys are kept
 * @param portalUrl where the portal is, for its redirects
 * @param portalSecret the portal's client secret; no default value
 * @param audience whom access tokens are for
 * @param accessTokens how long an access token is good for
 * @param refreshTokens how long a sign-in can be prolonged
 * @param rotateKey whether to make a new signing key at this start; the old ones go on being
 *     published for as long as tokens signed with them may be in use
 * @param accounts who may sign in
 */
@ConfigurationProperties("identity")
public record IdentityProperties(
    String issuer,
    Path dir,
    String portalUrl,
    String portalSecret,
    @DefaultValue("cocreation") String audience,
    @DefaultValue("30m") Duration accessTokens,
    @DefaultValue("12h") Duration refreshTokens,
    @DefaultValue("false") boolean rotateKey,
    List<Account> accounts) {

  /** Refuses to start half configured, naming what is missing. */
  public IdentityProperties {
    require(issuer, "identity.issuer");
    require(portalUrl, "identity.portal-url");
    require(portalSecret, "identity.portal-secret");
    if (accounts == null || accounts.isEmpty()) {
      throw new IllegalArgumentException("identity.accounts: at least one account is needed");
    }
    accounts = List.copyOf(accounts);
    portalUrl = portalUrl.replaceAll("/+$", "");
  }

  /**
   * A demonstration account.
   *
   * @param name what is typed to sign in, and the subject of the tokens
   * @param password public: it is shown on the sign-in page
   * @param displayName who it is, in words
   * @param roles some of coordinator, committee, administrator
   */
  public record Account(String name, String password, String displayName, List<String> roles) {

    /** Keeps a copy of the roles. */
    public Account {
      roles = List.copyOf(roles);
    }
  }

  private static void require(String value, String key) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(key + ": a value is needed");
    }
  }
}
