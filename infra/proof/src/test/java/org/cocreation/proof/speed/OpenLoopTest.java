package org.cocreation.proof.speed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cocreation.proof.platform.Waiting;
import org.cocreation.proof.speed.OpenLoop.Load;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newFixedThreadPool(8);
  private final HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    server.createContext("/quick/", exchange -> answer(exchange, 202, 0));
    server.createContext("/slow/", exchange -> answer(exchange, 200, 20));
    server.createContext("/broken/", exchange -> answer(exchange, 500, 0));
    server.setExecutor(workers);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void answer(HttpExchange exchange, int status, long millis) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestURI().getPath());
      exchange.getRequestBody().readAllBytes();
      Waiting.millis(millis);
      exchange.sendResponseHeaders(status, status == 200 ? 0 : 2);
      exchange.getResponseBody().write("{}".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
  }

  @Test
  void everybodyComesOnceAndIsAnswered() throws Exception {
    Load load = load("quick", 8).run(200, 1, 1_000);
    assertThat(load.asked()).isEqualTo(200);
    assertThat(load.failed()).isZero();
    assertThat(asked).hasSize(200).contains("/quick/1000", "/quick/1199");
    assertThat(load.served()).isBetween(50.0, 201.0);
  }

  @Test
  void aServerThatMakesThemQueueIsFoundOut() throws Exception {
    // One at a time, 20 ms each, is 50 in a second at most; closed-loop clients would see 20 ms.
    Load load = load("slow", 1).run(100, 1, 0);
    assertThat(load.p99Millis()).isGreaterThan(500);
    assertThat(load.served()).isLessThan(60);
    assertThat(load.isServed(100)).isFalse();
  }

  @Test
  void whatIsRefusedCountsAsFailed() throws Exception {
    Load load = load("broken", 4).run(50, 0.2, 0);
    assertThat(load.failed()).isEqualTo(10);
    assertThat(load.isServed(10_000)).isFalse();
  }

  private OpenLoop load(String path, int connections) {
    return new OpenLoop(
        server.getAddress().getPort(),
        connections,
        (connection, number) ->
            number % 2 == 0
                ? connection.post("/" + path + "/" + number, Map.of("A", "b"), new byte[] {'1'})
                : connection.get("/" + path + "/" + number, Map.of()));
  }
}
