package org.cocreation.defaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.cocreation.defaults.HttpCalls.Reply;
import org.cocreation.defaults.sample.SampleApplication;
import org.cocreation.defaults.sample.SampleApplication.Thing;
import org.cocreation.defaults.sample.SampleController;
import org.cocreation.messaging.AggregateStore;
import org.cocreation.messaging.Decision;
import org.cocreation.testing.backing.BackingServices;
import org.cocreation.testing.tokens.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;

/** The store accepts connections, keeps those that it has, and answers nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HangingStoreTest {

  private Valve store;
  private ConfigurableApplicationContext context;
  private HttpCalls service;

  @BeforeAll
  void start() throws IOException {
    String uri = BackingServices.storeUri(BackingServices.freshDatabase());
    String[] parts = uri.substring("mongodb://".length()).split("[:/]", 3);
    store = new Valve(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])));
    context =
        new SpringApplication(SampleApplication.class)
            .run(
                "--server.port=0",
                "--spring.application.name=sample-service",
                "--spring.mongodb.uri=mongodb://127.0.0.1:" + store.port() + "/" + parts[2],
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--cocreation.security.issuer=" + TestTokens.issuer());
    service =
        new HttpCalls(
            Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0")));
    service.post("/api/sample/things/first", ""); // the first of each is slow for other reasons
    service.post("/api/sample/effects", "{\"name\":\"a\",\"count\":1}", "Idempotency-Key", "first");
  }

  @AfterAll
  void stop() throws IOException {
    context.close();
    store.close();
  }

  @AfterEach
  void open() {
    SampleController.meanwhile = () -> {};
    store.open();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.post("/api/sample/things/afterwards", "").status() == 200);
  }

  @Test
  void answersThatTheStoreIsAwayWithinTwoSecondsAndGoesOnWhenItAnswersAgain() {
    assertThat(service.post("/api/sample/things/before", "").status()).isEqualTo(200);
    store.shut();
    for (int again = 0; again < 3; again++) {
      assertAway(() -> service.post("/api/sample/things/meanwhile", ""));
    }
    store.open();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> service.post("/api/sample/things/after", "").status() == 200);
  }

  @Test
  void answersARepeatableRequestInTheSameWay() {
    store.shut();
    assertAway(
        () ->
            service.post(
                "/api/sample/effects", "{\"name\":\"a\",\"count\":1}", "Idempotency-Key", "k"));
  }

  @Test
  void answersARequestThatTheStoreLeavesHalfwayInTheSameWay() {
    SampleController.meanwhile = store::shut;
    assertAway(
        () ->
            service.post(
                "/api/sample/effects",
                "{\"name\":\"halfway\",\"count\":1}",
                "Idempotency-Key",
                "half"));
  }

  @Test
  void sendsAnAnswerThatItCanNotKeep() {
    SampleController.meanwhile = store::shut;
    Reply reply =
        service.post(
            "/api/sample/effects", "{\"name\":\"meanwhile\",\"count\":1}", "Idempotency-Key", "m");
    assertThat(reply.status()).isEqualTo(201);
  }

  @Test
  void answersInTheSameWayWhoQueuesBehindWorkThatHasMorePatience() throws InterruptedException {
    AggregateStore<Thing, Object> things =
        context
            .<AggregateStore<Thing, Object>>getBeanProvider(
                ResolvableType.forClassWithGenerics(
                    AggregateStore.class, Thing.class, Object.class))
            .getObject();
    CountDownLatch begun = new CountDownLatch(1);
    Thread background =
        new Thread(
            () ->
                things.change(
                    "queued",
                    thing -> {
                      store.shut();
                      begun.countDown();
                      return Decision.of(new Thing("patient"), List.of(), true);
                    }));
    background.setUncaughtExceptionHandler((thread, away) -> {});
    background.start();
    begun.await();
    assertAway(() -> service.post("/api/sample/things/queued", ""));
    assertThat(background.isAlive()).isTrue();
    store.open();
    background.join();
  }

  @Test
  void isNotReady() {
    store.shut();
    long start = System.nanoTime();
    assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  private static void assertAway(Supplier<Reply> request) {
    long start = System.nanoTime();
    Reply reply = request.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.slug()).isEqualTo("store-unavailable");
    assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 5);
  }
}
