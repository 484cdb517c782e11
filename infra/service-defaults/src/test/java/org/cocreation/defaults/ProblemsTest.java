package org.cocreation.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.cocreation.defaults.HttpCalls.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OverHttp
class ProblemsTest {

  private final int port;
  private final HttpCalls service;

  ProblemsTest(@Autowired @LocalServerPort int port) {
    this.port = port;
    service = new HttpCalls(port);
  }

  static Stream<Arguments> unreadableBodies() {
    return Stream.of(
        body(
            "an unknown field",
            "{\"name\":\"a\",\"count\":1,\"colour\":\"red\"}",
            "colour",
            "name"),
        body("a text for a number", "{\"name\":\"a\",\"count\":\"1\"}", "count", "a whole number"),
        body("null for a number", "{\"name\":\"a\",\"count\":null}", "count", "a whole number"),
        body(
            "another value",
            "{\"name\":\"a\",\"count\":1,\"mode\":\"zoom\"}",
            "mode",
            "one of online, venue"),
        body(
            "a number for a value",
            "{\"name\":\"a\",\"count\":1,\"mode\":1}",
            "mode",
            "one of online, venue"),
        body(
            "a bad instant",
            "{\"name\":\"a\",\"count\":1,\"at\":\"tomorrow\"}",
            "at",
            "an instant"),
        body(
            "a bad value in a map",
            "{\"name\":\"a\",\"count\":1,\"choices\":{\"webinar-1\":\"x\"}}",
            "choices.webinar-1",
            "online"),
        body(
            "an object for a list", "{\"name\":\"a\",\"count\":1,\"items\":{}}", "items", "a list"),
        body(
            "a bad item",
            "{\"name\":\"a\",\"count\":1,\"items\":[{\"label\":\"x\"},7]}",
            "items[1]",
            "an object"),
        body(
            "a refused value",
            "{\"name\":\"a\",\"count\":1,\"even\":{\"number\":3}}",
            "even",
            "an even number"));
  }

  private static Arguments body(String what, String json, String field, String expected) {
    return Arguments.of(what, json, field, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadableBodies")
  void namesTheFieldOfABodyThatCannotBeRead(
      String what, String json, String field, String expected) {
    Reply reply = service.post("/api/sample/echo", json);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.slug()).isEqualTo("invalid-request");
    assertThat(reply.error().path("field").asString()).isEqualTo(field);
    assertThat(reply.error().path("expected").asString()).contains(expected);
    assertThat(reply.error().path("detail").asString()).contains(field);
    assertThat(reply.text()).doesNotContain("org.cocreation", "tools.jackson", "java.");
  }

  @Test
  void namesEachFieldThatIsNotValid() {
    Reply reply =
        service.post(
            "/api/sample/echo",
            "{\"name\":\" \",\"count\":1,\"email\":\"nobody\",\"items\":[{\"label\":\"\"}]}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("name", "email", "items[0].label");
    assertThat(reply.json().path("errors").findValuesAsString("expected"))
        .containsExactlyInAnyOrder(
            "text that is not blank", "an e-mail address", "text that is not blank");
    assertThat(
            service
                .post("/api/sample/echo", "{\"name\":\"%s\",\"count\":1}".formatted("x".repeat(21)))
                .error()
                .path("expected")
                .asString())
        .isEqualTo("a length of 0 to 20");
  }

  @Test
  void saysWhereJsonIsBroken() {
    assertThat(service.post("/api/sample/echo", "{\"name\": }").json().path("detail").asString())
        .contains("line 1, column");
    assertThat(service.post("/api/sample/echo", "").json().path("detail").asString())
        .contains("body");
    assertThat(service.post("/api/sample/echo", "[]").json().path("detail").asString())
        .contains("an object");
    assertThat(
            service
                .post("/api/sample/echo", "{\"name\":\"a\",\"name\":\"b\",\"count\":1}")
                .status())
        .isEqualTo(400);
    assertThat(service.post("/api/sample/echo", "{\"name\":\"a\",\"count\":1} x").status())
        .isEqualTo(400);
    assertThat(service.post("/api/sample/echo", "[".repeat(1000)).status()).isEqualTo(400);
  }

  @Test
  void answersWhatIsRightAsItIs() {
    String json =
        "{\"name\":\"Ana Lucía\",\"count\":1,\"mode\":\"online\",\"at\":\"2020-02-13T16:30:00Z\"}";
    Reply reply = service.post("/api/sample/echo", json);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo(json);
  }

  @Test
  void tellsTheProtocolsOwnProblems() {
    Reply method = service.send(service.request("/api/sample/public").DELETE());
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("Allow")).contains("GET");
    assertThat(method.slug()).isEqualTo("method-not-allowed");
    Reply media =
        service.send(
            service
                .request("/api/sample/echo", "Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("name")));
    assertThat(media.status()).isEqualTo(415);
    assertThat(media.json().path("detail").asString()).contains("application/json");
    Reply accept = service.get("/api/sample/csv", "Accept", "image/png");
    assertThat(accept.status()).isEqualTo(406);
    assertThat(accept.json().path("detail").asString()).contains("text/csv");
    Reply missing = service.get("/api/sample/nowhere");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.slug()).isEqualTo("not-found");
  }

  @Test
  void tellsProblemsAsProblemsWhateverWasAskedFor() {
    Reply reply = service.get("/api/sample/failures/none", "Accept", "text/csv");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void namesAParameterThatIsNotAsExpected() {
    assertThat(service.get("/api/sample/numbers/seven").status()).isEqualTo(404);
    Reply size = service.get("/api/sample/numbers/7?size=many");
    assertThat(size.status()).isEqualTo(400);
    assertThat(size.error().path("field").asString()).isEqualTo("size");
    assertThat(size.error().path("expected").asString()).isEqualTo("a whole number");
    Reply least = service.get("/api/sample/numbers/7?size=0");
    assertThat(least.status()).isEqualTo(400);
    assertThat(least.error().path("expected").asString()).isEqualTo("at least 1");
    assertThat(service.get("/api/sample/search").error().path("field").asString()).isEqualTo("q");
  }

  @Test
  void keepsItsOwnFailuresToItself() {
    Reply reply = service.get("/api/sample/failures/unforeseen");
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.slug()).isEqualTo("internal-error");
    assertThat(reply.text()).doesNotContain("secret", "Exception", "at org.");
  }

  @Test
  void carriesStatusSentenceAndRetryAfterOfAProblem() {
    Reply reply = service.get("/api/sample/failures/problem");
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isEqualTo("7");
    assertThat(reply.json().path("detail").asString()).isEqualTo("Wait a little.");
    assertThat(reply.json().has("errors")).isFalse();
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    String large = "{\"name\":\"%s\"}".formatted("x".repeat(1_100_000));
    Reply told = service.post("/api/sample/echo", large);
    assertThat(told.status()).isEqualTo(413);
    assertThat(told.slug()).isEqualTo("too-large");
    byte[] bytes = large.getBytes(StandardCharsets.UTF_8);
    Reply untold =
        service.send(
            service
                .request("/api/sample/echo", "Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    assertThat(untold.status()).isEqualTo(413);
    Reply keyed =
        service.send(
            service
                .request(
                    "/api/sample/effects",
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    "large")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    assertThat(keyed.status()).isEqualTo(413);
  }

  @Test
  void refusesAnUploadThatIsTooLarge() {
    String boundary = "boundary";
    String upload =
        "--boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
            + "x".repeat(10_600_000)
            + "\r\n--boundary--\r\n";
    Reply reply =
        service.send(
            service
                .request(
                    "/api/sample/uploads",
                    "Content-Type",
                    "multipart/form-data; boundary=" + boundary,
                    "Idempotency-Key",
                    "u-large")
                .POST(BodyPublishers.ofString(upload)));
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.slug()).isEqualTo("too-large");
  }

  @Test
  void tellsWhatTomcatItselfRefusesAsAProblem() throws Exception {
    try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET /a|b{ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json")
          .contains("invalid-request");
      assertThat(answer).doesNotContain("<html", "Tomcat");
    }
    assertThat(service.get("/api/sample//public").slug()).isEqualTo("invalid-request");
  }
}
