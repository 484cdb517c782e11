package org.cocreation.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.cocreation.launcher.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonCallsTest {

  private HttpServer server;
  private JsonCalls calls;

  @BeforeEach
  void somethingAnswers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    calls = new JsonCalls(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void itStops() {
    server.stop(0);
  }

  private Answer answered(int status, String body) {
    server.createContext(
        "/it",
        exchange -> {
          try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    return calls.ask(calls.request("/it").GET().build());
  }

  @Test
  void givesTheJsonWithItsVersion() {
    Answer answer = answered(200, "{\"name\":\"Peña\"}");
    assertThat(answer.ok()).isTrue();
    assertThat(answer.body().path("name").asString()).isEqualTo("Peña");
    assertThat(answer.etag()).isEqualTo("\"7\"");
  }

  @Test
  void explainsAProblemWithTheFieldsAtFault() {
    Answer answer =
        answered(
            400,
            """
            {"type":"https://cocreation.example/problems/invalid","detail":"One field needs a look.",
             "errors":[{"field":"email","expected":"an address","detail":"There is no @ in it."}]}""");
    assertThat(answer.ok()).isFalse();
    assertThat(answer.problem()).isEqualTo("invalid");
    assertThat(answer.explained())
        .isEqualTo("One field needs a look.\n  email: There is no @ in it. (expected an address)");
  }

  @Test
  void takesWhatIsNoJsonAsAText() {
    assertThat(answered(502, "Bad gateway").explained()).isEqualTo("Bad gateway");
  }

  @Test
  void takesAnEmptyAnswer() {
    Answer answer = answered(204, "");
    assertThat(answer.body().isEmpty()).isTrue();
    assertThat(answer.explained()).isEqualTo("status 204");
  }

  @Test
  void saysWhoDoesNotAnswer() {
    server.stop(0);
    assertThatThrownBy(() -> calls.ask(calls.request("/it").GET().build()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("/it does not answer");
  }
}
