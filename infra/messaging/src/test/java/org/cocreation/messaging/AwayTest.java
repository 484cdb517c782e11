package org.cocreation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bson.Document;
import org.cocreation.embedded.broker.EmbeddedBroker;
import org.cocreation.embedded.store.EmbeddedStore;
import org.cocreation.embedded.store.EmbeddedStoreOptions;
import org.cocreation.messaging.Seat.SeatEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;

/** A service whose broker or store is away starts, says so, and recovers by itself. */
class AwayTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static ConfigurableApplicationContext start(int store, int broker) {
    return new SpringApplicationBuilder(AttendanceApplication.class)
        .web(WebApplicationType.NONE)
        .run(
            "--spring.mongodb.uri=mongodb://127.0.0.1:" + store + "/away",
            "--spring.kafka.bootstrap-servers=127.0.0.1:" + broker,
            "--spring.jmx.enabled=false");
  }

  private static boolean isUp(ConfigurableApplicationContext service, String name) {
    Health health = service.getBean(name, HealthIndicator.class).health();
    return health != null && health.getStatus().equals(Status.UP);
  }

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  @AfterEach
  void close() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void aServiceStartsWithoutBrokerAndStoreAndDoesItsWorkOnceTheyAreThere(@TempDir Path directory)
      throws Exception {
    int storePort = freePort();
    int brokerPort = freePort();
    try (ConfigurableApplicationContext service = start(storePort, brokerPort)) {
      assertThat(isUp(service, "storeHealthIndicator")).isFalse();
      assertThat(isUp(service, "brokerHealthIndicator")).isFalse();
      AggregateStore<Seat, SeatEvent> seats = service.getBean("seats", AggregateStore.class);
      AggregateStore<Seat, SeatEvent> echoes = service.getBean("echoes", AggregateStore.class);
      long asked = System.nanoTime();
      assertThatThrownBy(() -> seats.change("a", before -> Seat.taken(before, "a")))
          .isInstanceOf(DataAccessException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));

      opened.push(EmbeddedStore.start(EmbeddedStoreOptions.inMemory().withPort(storePort)));
      await().atMost(SOON).until(() -> isUp(service, "storeHealthIndicator"));
      seats.change("a", before -> Seat.taken(before, "a"));
      assertThat(outbox(service)).hasSize(1);

      opened.push(EmbeddedBroker.start(directory, brokerPort));
      await().atMost(SOON).until(() -> isUp(service, "brokerHealthIndicator"));
      await().atMost(SOON).until(() -> echoes.find("a").isPresent());
      await().atMost(SOON).until(() -> outbox(service).isEmpty());
    }
  }

  private static List<Object> outbox(ConfigurableApplicationContext service) {
    Document found =
        service
            .getBean(AggregateStores.class)
            .collection("seats")
            .find(new Document("_id", "a"))
            .first();
    return found == null ? List.of() : found.getList("outbox", Object.class);
  }
}
