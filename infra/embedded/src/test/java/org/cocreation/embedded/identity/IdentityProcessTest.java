package org.cocreation.embedded.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class IdentityProcessTest {

  private static final String REDIRECT = "http://127.0.0.1:49152/callback";
  private static final String PORTAL_REDIRECT = "http://localhost:8080/login/oauth2/code/platform";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  static Path directory;

  @SuppressWarnings("NullAway.Init")
  private static ConfigurableApplicationContext process;

  @SuppressWarnings("NullAway.Init")
  private static String issuer;

  @BeforeAll
  static void start() throws Exception {
    int port = freePort();
    issuer = "http://localhost:" + port;
    process = start(directory, port);
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @Test
  void publishesItselfAsAnOpenIdConnectProvider() throws Exception {
    JsonNode metadata =
        Visitor.json(new Visitor(issuer).get("/.well-known/openid-configuration").body());
    assertThat(metadata.get("issuer").asString()).isEqualTo(issuer);
    assertThat(metadata.get("jwks_uri").asString()).startsWith(issuer);
    assertThat(metadata.get("end_session_endpoint").asString()).startsWith(issuer);
  }

  @Test
  void givesAProgramTokensThatSayWhoAndInWhichRole() throws Exception {
    JsonNode tokens = new Visitor(issuer).tokens("committee-2", REDIRECT);

    JWTClaimsSet access = verified(issuer, tokens.get("access_token").asString());
    assertThat(access.getSubject()).isEqualTo("committee-2");
    assertThat(access.getIssuer()).isEqualTo(issuer);
    assertThat(access.getAudience()).containsExactly("cocreation");
    assertThat(access.getStringListClaim("roles")).containsExactly("committee");
    assertThat(access.getStringClaim("name")).isEqualTo("Xiomara Pech");
    JWTClaimsSet identity = verified(issuer, tokens.get("id_token").asString());
    assertThat(identity.getAudience()).containsExactly("platform-cli");
    assertThat(identity.getStringListClaim("roles")).containsExactly("committee");
    assertThat(identity.getStringClaim("name")).isEqualTo("Xiomara Pech");
    assertThat(tokens.has("refresh_token")).isFalse();
  }

  @Test
  void letsEveryDemonstrationAccountSignIn() throws Exception {
    for (String account : List.of("coordinator", "committee-1", "committee-5", "administrator")) {
      JsonNode tokens = new Visitor(issuer).tokens(account, REDIRECT);
      assertThat(verified(issuer, tokens.get("access_token").asString()).getSubject())
          .isEqualTo(account);
    }
  }

  @Test
  void givesThePortalARefreshTokenAndReplacesItAtEachUse() throws Exception {
    Visitor visitor = new Visitor(issuer);
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("portal:portal-secret".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> first =
        visitor.post(
            "/oauth2/token",
            Map.of(
                "grant_type",
                "authorization_code",
                "redirect_uri",
                PORTAL_REDIRECT,
                "code",
                visitor.code("portal", PORTAL_REDIRECT, "coordinator"),
                "code_verifier",
                Visitor.VERIFIER),
            "Authorization",
            basic);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    String refresh = Visitor.json(first.body()).get("refresh_token").asString();
    Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", refresh);
    HttpResponse<String> second = visitor.post("/oauth2/token", form, "Authorization", basic);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(visitor.post("/oauth2/token", form, "Authorization", basic).statusCode())
        .isEqualTo(400);
  }

  @Test
  void refusesThePortalWithoutItsSecret() throws Exception {
    Visitor visitor = new Visitor(issuer);
    HttpResponse<String> response =
        visitor.post(
            "/oauth2/token",
            Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "portal",
                "redirect_uri",
                PORTAL_REDIRECT,
                "code",
                visitor.code("portal", PORTAL_REDIRECT, "coordinator"),
                "code_verifier",
                Visitor.VERIFIER));
    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void refusesARequestWithoutProofKeyAndOneToAnotherAddress() throws Exception {
    Visitor visitor = new Visitor(issuer);
    visitor.signIn("coordinator", "coordinator");
    HttpResponse<String> unproven =
        visitor.get(
            visitor.authorizeUrl(
                "platform-cli",
                REDIRECT,
                Map.of("code_challenge", "", "code_challenge_method", "")));
    assertThat(Visitor.location(unproven)).contains("error=invalid_request");
    HttpResponse<String> elsewhere =
        visitor.get(visitor.authorizeUrl("platform-cli", "http://evil.example/callback", Map.of()));
    assertThat(elsewhere.statusCode()).isEqualTo(400);
  }

  @Test
  void makesANameWaitAfterRepeatedFailuresEvenWithTheRightPassword() throws Exception {
    for (int i = 0; i < SignInThrottle.FREE; i++) {
      assertThat(new Visitor(issuer).signIn("committee-4", "wrong")).endsWith("?error");
    }
    assertThat(new Visitor(issuer).signIn("committee-4", "committee-4")).endsWith("?wait");
    assertThat(new Visitor(issuer).signIn("committee-5", "committee-5")).doesNotContain("?");
  }

  @Test
  void refusesASignInFormThatAnotherSiteSends() throws Exception {
    HttpResponse<String> response =
        new Visitor(issuer)
            .post("/login", Map.of("username", "coordinator", "password", "coordinator"));
    assertThat(response.statusCode()).isEqualTo(403);
  }

  @Test
  void showsItsPageInTheLanguageOfTheBrowserWithTheDemonstrationAccounts() throws Exception {
    Visitor visitor = new Visitor(issuer);
    assertThat(visitor.get("/login", "Accept-Language", "es-BZ,es;q=0.9").body())
        .contains("<html lang=\"es\">", "Contraseña", "committee-3");
    assertThat(visitor.get("/login", "Accept-Language", "en").body())
        .contains("<html lang=\"en\">", "Everyone may use these accounts");
    assertThat(visitor.get("/login?lang=es&error").body()).contains("no es correcta");
    assertThat(visitor.get("/style.css").statusCode()).isEqualTo(200);
  }

  @Test
  void signsOutBackToThePortalOnly() throws Exception {
    Visitor visitor = new Visitor(issuer);
    String code = visitor.code("portal", PORTAL_REDIRECT, "coordinator");
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString("portal:portal-secret".getBytes(StandardCharsets.UTF_8));
    JsonNode tokens =
        Visitor.json(
            visitor
                .post(
                    "/oauth2/token",
                    Map.of(
                        "grant_type",
                        "authorization_code",
                        "redirect_uri",
                        PORTAL_REDIRECT,
                        "code",
                        code,
                        "code_verifier",
                        Visitor.VERIFIER),
                    "Authorization",
                    basic)
                .body());
    String hint = "/connect/logout?id_token_hint=" + tokens.get("id_token").asString();
    assertThat(visitor.get(hint + "&post_logout_redirect_uri=http://evil.example/").statusCode())
        .isEqualTo(400);
    assertThat(
            Visitor.location(
                visitor.get(hint + "&post_logout_redirect_uri=http://localhost:8080/")))
        .isEqualTo("http://localhost:8080/");
  }

  @Test
  void keepsItsKeyBetweenRunsAndSignsWithANewOneAfterRotation(@TempDir Path kept) throws Exception {
    String before;
    int port = freePort();
    String own = "http://localhost:" + port;
    try (var first = start(kept, port)) {
      assertThat(first.isRunning()).isTrue();
      before = new Visitor(own).tokens("coordinator", REDIRECT).get("access_token").asString();
    }
    try (var rotated = start(kept, port, "--identity.rotate-key=true")) {
      assertThat(rotated.isRunning()).isTrue();
      verified(own, before);
      String after =
          new Visitor(own).tokens("coordinator", REDIRECT).get("access_token").asString();
      verified(own, after);
      assertThat(SignedJWT.parse(after).getHeader().getKeyID())
          .isNotEqualTo(SignedJWT.parse(before).getHeader().getKeyID());
    }
    try (var files = Files.list(kept.resolve("keys"))) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void doesNotStartWithoutAPortalSecretAndNamesTheSetting() {
    assertThatThrownBy(() -> IdentityProcess.start("--dir", directory.toString(), "--port", "0"))
        .rootCause()
        .hasMessageContaining("identity.portal-secret");
  }

  private static ConfigurableApplicationContext start(Path dir, int port, String... more) {
    String[] args =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "--dir",
                    dir.toString(),
                    "--port",
                    "" + port,
                    "--identity.portal-secret=portal-secret"),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new);
    return IdentityProcess.start(args);
  }

  private static JWTClaimsSet verified(String issuer, String token) throws Exception {
    JWKSet keys = JWKSet.parse(new Visitor(issuer).get("/oauth2/jwks").body());
    SignedJWT jwt = SignedJWT.parse(token);
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    assertThat(key.isPrivate()).isFalse();
    assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
    return jwt.getJWTClaimsSet();
  }

  private static int freePort() throws Exception {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
