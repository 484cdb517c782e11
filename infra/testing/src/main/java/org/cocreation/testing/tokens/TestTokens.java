package org.cocreation.testing.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An identity provider within the test's own process: its discovery document and its keys on a free
 * port of loopback, and tokens as the real one issues them (claims {@code sub}, {@code name},
 * {@code roles}; valid for an hour).
 */
public final class TestTokens {

  public static final String AUDIENCE = "cocreation";

  private TestTokens() {}

  /** A coordinator's token. */
  public static String coordinator() {
    return staff("carla.coordinator", "Carla Coordinator", "coordinator");
  }

  /** A committee member's token; see {@link #staff} for several members. */
  public static String committee() {
    return staff("marcus.member", "Marcus Member", "committee");
  }

  /** An administrator's token. */
  public static String administrator() {
    return staff("ada.administrator", "Ada Administrator", "administrator");
  }

  /**
   * The token of anybody.
   *
   * @param userName the claim {@code sub}
   * @param name the claim {@code name}, for people to read
   * @param roles of {@code coordinator}, {@code committee}, {@code administrator}
   */
  public static String staff(String userName, String name, String... roles) {
    return token(
        claims -> claims.subject(userName).claim("name", name).claim("roles", List.of(roles)));
  }

  /** A token with other claims, for instance one that has expired. */
  public static String token(UnaryOperator<JWTClaimsSet.Builder> claims) {
    return signed(Identity.RUNNING.key, claims);
  }

  /** A token with a good header and claims, signed by a key that the provider does not have. */
  public static String forged(UnaryOperator<JWTClaimsSet.Builder> claims) {
    return signed(Identity.FORGERS, claims);
  }

  /** The value of {@code cocreation.security.issuer}. */
  public static String issuer() {
    return Identity.RUNNING.issuer;
  }

  private static String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> claims) {
    Instant now = Instant.now(java.time.Clock.systemUTC());
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(AUDIENCE)
            .subject("somebody")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(3600)));
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(Identity.RUNNING.key.getKeyID())
                .build(),
            claims.apply(builder).build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  /** Runs from its first use until the process ends. */
  private static final class Identity {

    static final Identity RUNNING = new Identity();
    static final RSAKey FORGERS = newKey("forgers");

    final RSAKey key = newKey("tests");
    final String issuer;

    private Identity() {
      try {
        HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort();
        answer(
            server,
            "/.well-known/openid-configuration",
            "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, issuer));
        answer(server, "/keys", new JWKSet(key.toPublicJWK()).toString());
        server.setExecutor(
            command -> {
              Thread thread = new Thread(command, "test-identity");
              thread.setDaemon(true);
              thread.start();
            });
        server.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void answer(HttpServer server, String path, String json) {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      server.createContext(
          path,
          exchange -> {
            try (exchange) {
              exchange.getResponseHeaders().set("Content-Type", "application/json");
              exchange.sendResponseHeaders(200, body.length);
              exchange.getResponseBody().write(body);
            }
          });
    }

    private static RSAKey newKey(String id) {
      try {
        return new RSAKeyGenerator(2048).keyID(id).generate();
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
