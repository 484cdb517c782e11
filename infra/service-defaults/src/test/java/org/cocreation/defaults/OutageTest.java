package org.cocreation.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.Supplier;
import org.cocreation.defaults.HttpCalls.Reply;
import org.cocreation.defaults.sample.SampleApplication;
import org.cocreation.testing.tokens.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Store, broker and identity provider are all away, from the start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {

  private ConfigurableApplicationContext context;
  private HttpCalls service;

  @BeforeAll
  void start() throws IOException {
    context =
        new SpringApplication(SampleApplication.class)
            .run(
                "--server.port=0",
                "--spring.application.name=sample-service",
                "--spring.mongodb.uri=mongodb://127.0.0.1:" + nobody() + "/sample",
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + nobody(),
                "--cocreation.security.issuer=http://127.0.0.1:" + nobody());
    service =
        new HttpCalls(
            Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0")));
    service.get("/api/sample/public"); // the first request of a process is slow for other reasons
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @Test
  void answersThatTheStoreIsAwayWithinTwoSeconds() {
    Reply reply = withinTwoSeconds(() -> service.post("/api/sample/things/t-1", ""));
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.slug()).isEqualTo("store-unavailable");
    assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 5);
  }

  @Test
  void answersARepeatableRequestInTheSameWay() {
    Reply reply =
        withinTwoSeconds(
            () ->
                service.post(
                    "/api/sample/effects", "{\"name\":\"a\",\"count\":1}", "Idempotency-Key", "k"));
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.slug()).isEqualTo("store-unavailable");
  }

  @Test
  void staysAliveAndIsNotReady() {
    assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
    Reply ready = withinTwoSeconds(() -> service.get("/actuator/health/readiness"));
    assertThat(ready.status()).isEqualTo(503);
  }

  @Test
  void answersWhatNeedsNothing() {
    assertThat(service.get("/api/sample/public").status()).isEqualTo(200);
    assertThat(service.get("/api/sample/coordinator").status()).isEqualTo(401);
  }

  @Test
  void saysThatNobodyCanJudgeATokenJustNow() {
    String token = TestTokens.coordinator();
    Reply reply =
        withinTwoSeconds(
            () -> service.get("/api/sample/coordinator", "Authorization", "Bearer " + token));
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.slug()).isEqualTo("identity-unavailable");
    assertThat(reply.header("Retry-After")).isEqualTo("2");
  }

  private static Reply withinTwoSeconds(Supplier<Reply> request) {
    long start = System.nanoTime();
    Reply reply = request.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    return reply;
  }

  /** A port that nobody listens on. */
  private static int nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
