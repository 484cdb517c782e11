package org.cocreation.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the five services in tests of the pages: real HTTP, with the answers that the
 * services' READMEs document. The pages against the real services are what the journeys test.
 */
final class AnsweringServices implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  AnsweringServices() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void answer(String methodAndPath, int status, String body) {
    answers.put(methodAndPath, new Answer(status, body));
  }

  void answerFrom(String methodAndPath, String file) {
    try (InputStream in = AnsweringServices.class.getResourceAsStream("/answers/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no answer " + file);
      }
      answer(methodAndPath, 200, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  List<Asked> asked() {
    return asked;
  }

  void reset() {
    answers.clear();
    asked.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(
          new Asked(
              request,
              body,
              exchange.getRequestHeaders().getFirst("Authorization"),
              exchange.getRequestHeaders().getFirst("Cookie"),
              exchange.getRequestHeaders().getFirst("Accept-Language"),
              exchange.getRequestHeaders().getFirst("If-Match")));
      Answer answer =
          answers.getOrDefault(
              request,
              new Answer(404, "{\"type\":\"about:blank\",\"detail\":\"There is no such thing.\"}"));
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("ETag", "\"4\"");
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  record Asked(
      String request,
      String body,
      @Nullable String authorization,
      @Nullable String cookie,
      @Nullable String language,
      @Nullable String ifMatch) {}

  private record Answer(int status, String body) {}
}
