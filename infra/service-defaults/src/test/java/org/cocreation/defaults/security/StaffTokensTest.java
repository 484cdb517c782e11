package org.cocreation.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;

class StaffTokensTest {

  private final RSAKey rsa = rsa();
  private final ECKey curve = curve();
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer provider;
  private final String issuer;
  private String named;
  private boolean away;

  StaffTokensTest() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://localhost:" + provider.getAddress().getPort();
    named = issuer;
    provider.createContext("/", this::answer);
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Test
  void asksForKeysWhenTheFirstTokenComesAndKeepsThem() {
    StaffTokens tokens = tokens();
    assertThat(asked).hasValue(0);
    for (int i = 0; i < 20; i++) {
      assertThat(tokens.decode(token(JWSAlgorithm.RS256)).getSubject()).isEqualTo("carla");
    }
    assertThat(asked).hasValue(2); // the discovery document and the keys
  }

  @Test
  void goesOnWhileTheProviderIsAway() {
    StaffTokens tokens = tokens();
    tokens.decode(token(JWSAlgorithm.RS256));
    away = true;
    assertThat(tokens.decode(token(JWSAlgorithm.RS256)).getSubject()).isEqualTo("carla");
  }

  @Test
  void recoversWhenAProviderThatWasAwayAtFirstComesBack() {
    StaffTokens tokens = tokens();
    away = true;
    assertThatThrownBy(() -> tokens.decode(token(JWSAlgorithm.RS256)))
        .isInstanceOf(IdentityUnavailableException.class);
    away = false;
    assertThat(tokens.decode(token(JWSAlgorithm.RS256)).getSubject()).isEqualTo("carla");
  }

  @Test
  void trustsNoProviderThatNamesItselfOtherwise() {
    named = "http://elsewhere.example";
    assertThatThrownBy(() -> tokens().decode(token(JWSAlgorithm.RS256)))
        .isInstanceOf(IdentityUnavailableException.class);
  }

  @Test
  void acceptsTheListedAlgorithmsOnly() {
    StaffTokens tokens = tokens();
    assertThat(tokens.decode(token(JWSAlgorithm.ES256)).getSubject()).isEqualTo("carla");
    assertThatThrownBy(() -> tokens.decode(token(JWSAlgorithm.RS512)))
        .isInstanceOf(BadJwtException.class);
    assertThatThrownBy(() -> tokens.decode(token(JWSAlgorithm.HS256)))
        .isInstanceOf(BadJwtException.class);
  }

  private StaffTokens tokens() {
    return new StaffTokens(
        new SecuritySettings(
            URI.create(issuer),
            "cocreation",
            null,
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    String json =
        exchange.getRequestURI().getPath().startsWith("/.well-known")
            ? "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(named, issuer)
            : new JWKSet(java.util.List.of(rsa.toPublicJWK(), curve.toPublicJWK())).toString();
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(away ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String token(JWSAlgorithm algorithm) {
    Date later = Date.from(Instant.now(java.time.Clock.systemUTC()).plusSeconds(600));
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience("cocreation")
            .subject("carla")
            .expirationTime(later)
            .build();
    try {
      boolean elliptic = algorithm.equals(JWSAlgorithm.ES256);
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(algorithm).keyID(elliptic ? "curve" : "rsa").build(), claims);
      JWSSigner signer =
          elliptic
              ? new ECDSASigner(curve)
              : algorithm.equals(JWSAlgorithm.HS256)
                  ? new MACSigner(rsa.toRSAPublicKey().getEncoded())
                  : new RSASSASigner(rsa);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey rsa() {
    try {
      return new RSAKeyGenerator(2048).keyID("rsa").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey curve() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
