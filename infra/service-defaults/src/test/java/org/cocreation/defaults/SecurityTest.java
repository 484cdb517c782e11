package org.cocreation.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.cocreation.defaults.HttpCalls.Reply;
import org.cocreation.defaults.sample.SampleApplication;
import org.cocreation.testing.tokens.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class SecurityTest {

  private final HttpCalls service;

  SecurityTest(@Autowired @LocalServerPort int port) {
    service = new HttpCalls(port);
  }

  @Test
  void opensWhatTheRulesOpen() {
    assertThat(service.get("/api/sample/public").status()).isEqualTo(200);
  }

  @Test
  void asksWhoIsThereWhereSomebodyMustBeSignedIn() {
    Reply reply = service.get("/api/sample/coordinator");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.slug()).isEqualTo("sign-in-needed");
  }

  @Test
  void refusesTheWrongRole() {
    Reply reply = as(TestTokens.committee(), "coordinator");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.slug()).isEqualTo("not-allowed");
  }

  @Test
  void letsEachRoleDoItsOwn() {
    assertThat(as(TestTokens.coordinator(), "coordinator").json().path("name").asString())
        .isEqualTo("carla.coordinator");
    assertThat(as(TestTokens.committee(), "committee").status()).isEqualTo(200);
    assertThat(as(TestTokens.coordinator(), "committee").status()).isEqualTo(403);
    assertThat(as(TestTokens.coordinator(), "administrator").status()).isEqualTo(403);
  }

  @Test
  void letsAnAdministratorDoAllThatStaffDoes() {
    for (String role : List.of("administrator", "coordinator", "committee")) {
      assertThat(as(TestTokens.administrator(), role).status()).isEqualTo(200);
    }
    assertThat(as(TestTokens.administrator(), "me").status()).isEqualTo(403);
  }

  @Test
  void deniesWhatNoRuleNames() {
    assertThat(service.get("/elsewhere").status()).isEqualTo(401);
    assertThat(service.get("/elsewhere", bearer(TestTokens.administrator())).status())
        .isEqualTo(403);
  }

  @Test
  void keepsWhatOperatesTheServiceForAdministrators() {
    assertThat(service.get("/actuator/deadletters").status()).isEqualTo(401);
    assertThat(service.get("/actuator/deadletters", bearer(TestTokens.coordinator())).status())
        .isEqualTo(403);
    assertThat(service.get("/actuator/deadletters", bearer(TestTokens.administrator())).status())
        .isEqualTo(200);
    assertThat(service.get("/actuator/env", bearer(TestTokens.administrator())).status())
        .as("not exposed at all")
        .isEqualTo(404);
  }

  @Test
  void refusesTokensThatAreNotTheIssuers() {
    Date past = Date.from(Instant.now(Clock.systemUTC()).minusSeconds(600));
    List<String> bad =
        List.of(
            TestTokens.forged(claims -> claims.claim("roles", List.of("administrator"))),
            TestTokens.token(
                claims ->
                    claims
                        .claim("roles", List.of("administrator"))
                        .issuer("http://elsewhere.example")),
            TestTokens.token(
                claims -> claims.claim("roles", List.of("administrator")).audience("others")),
            TestTokens.token(
                claims -> claims.claim("roles", List.of("administrator")).audience(List.of())),
            TestTokens.token(
                claims -> claims.claim("roles", List.of("administrator")).expirationTime(past)),
            unsigned(),
            "not-a-token");
    for (String token : bad) {
      Reply reply = as(token, "coordinator");
      assertThat(reply.status()).as(token).isEqualTo(401);
      assertThat(reply.slug()).isEqualTo("token-not-valid");
      assertThat(reply.text()).doesNotContain(token);
    }
  }

  @Test
  void takesNoRoleThatIsNotOneOfStaff() {
    String token = TestTokens.staff("eve", "Eve", "participant", "superuser", "role_administrator");
    assertThat(as(token, "coordinator").status()).isEqualTo(403);
    assertThat(as(token, "me").status()).isEqualTo(403);
    assertThat(as(TestTokens.token(claims -> claims), "coordinator").status()).isEqualTo(403);
  }

  @Test
  void letsTheHolderOfAPersonalLinkIn() {
    Reply reply =
        service.get("/api/sample/me", "Authorization", "PersonalLink " + SampleApplication.TOKEN);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("registrationId").asString()).isEqualTo("registration-1");
    assertThat(reply.json().path("programmeId").asString()).isEqualTo("belize-2020");
  }

  @Test
  void answersAnUnknownLinkAsIfThereWereNothing() {
    String unknown = SampleApplication.TOKEN.replace('a', 'b');
    for (String token : List.of(unknown, "short", "", "x".repeat(5000), "a b")) {
      Reply reply = service.get("/api/sample/me", "Authorization", "PersonalLink " + token);
      assertThat(reply.status()).as(token).isEqualTo(404);
      assertThat(reply.slug()).isEqualTo("link-not-valid");
    }
  }

  @Test
  void keepsParticipantsOutOfWhatIsForStaff() {
    Reply reply =
        service.get(
            "/api/sample/coordinator", "Authorization", "PersonalLink " + SampleApplication.TOKEN);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(service.get("/api/sample/me").status()).isEqualTo(401);
  }

  private Reply as(String token, String path) {
    return service.get("/api/sample/" + path, bearer(token));
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  private static String unsigned() {
    String[] parts = TestTokens.administrator().split("\\.", -1);
    String header =
        java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return header + "." + parts[1] + ".";
  }
}
