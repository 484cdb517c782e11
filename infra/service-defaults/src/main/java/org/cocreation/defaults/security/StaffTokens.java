package org.cocreation.defaults.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges the tokens of staff. The provider's discovery document and keys are fetched when the first
 * token comes, never at start; keys are kept for five minutes, and for another day while the
 * provider is away.
 */
final class StaffTokens implements JwtDecoder {

  private static final int TIMEOUT_MILLIS = (int) Duration.ofMillis(1500).toMillis();
  private static final int LARGEST_ANSWER = 256 * 1024;
  private static final long FRESH = Duration.ofMinutes(5).toMillis();
  private static final long REFRESH = Duration.ofSeconds(3).toMillis();
  private static final long OUTAGE = Duration.ofDays(1).toMillis();

  private final SecuritySettings settings;
  private final DefaultResourceRetriever web =
      new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_ANSWER);
  private final JwtDecoder decoder = new SupplierJwtDecoder(this::discovered);

  StaffTokens(SecuritySettings settings) {
    this.settings = settings;
  }

  @Override
  public Jwt decode(String token) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException e) {
      throw e;
    } catch (JwtException | JwtDecoderInitializationException e) {
      throw new IdentityUnavailableException("The identity provider's keys cannot be had", e);
    }
  }

  private JwtDecoder discovered() {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.<SecurityContext>create(keysUrl(), web)
            .cache(FRESH, REFRESH)
            .rateLimited(false)
            .outageTolerant(OUTAGE)
            .build();
    NimbusJwtDecoder nimbus =
        NimbusJwtDecoder.withJwkSource(keys)
            .jwsAlgorithms(
                accepted -> {
                  accepted.clear();
                  accepted.addAll(settings.algorithms());
                })
            .build();
    nimbus.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(settings.issuer().toString()),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(settings.audience()))));
    return nimbus;
  }

  private URL keysUrl() {
    URI given = settings.jwksUri();
    try {
      return given == null ? discoveredKeysUrl() : given.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("cocreation.security: " + e.getMessage(), e);
    } catch (IOException | JacksonException e) {
      throw new IllegalStateException("No discovery document at " + settings.issuer(), e);
    }
  }

  private URL discoveredKeysUrl() throws IOException {
    String issuer = settings.issuer().toString();
    URI discovery = URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
    JsonNode document =
        JsonMapper.shared().readTree(web.retrieveResource(discovery.toURL()).getContent());
    if (!issuer.equals(document.path("issuer").asString(""))) {
      throw new IllegalStateException(
          "The discovery document of " + issuer + " names another issuer");
    }
    return URI.create(document.path("jwks_uri").asString()).toURL();
  }
}
