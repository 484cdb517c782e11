package org.cocreation.launcher.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cocreation.launcher.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP calls to one address that send and get JSON, as any program outside the platform makes. */
public final class JsonCalls {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** Calls what is below this address. */
  public JsonCalls(URI base) {
    this.base = base;
  }

  /** A request for a path, that waits half a minute for its answer. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Accept", "application/json");
  }

  /** A request for a path that carries JSON. */
  public HttpRequest.Builder jsonRequest(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  /** Anything as JSON, to be sent. */
  public static HttpRequest.BodyPublisher body(Object body) {
    return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }

  /** Sends a request once. */
  public Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = bytes(request);
    return new Answer(
        response.statusCode(),
        read(response.body()),
        response.headers().firstValue("ETag").orElse(null));
  }

  /** Sends a request once, for something that is not JSON. */
  public HttpResponse<byte[]> bytes(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /**
   * Sends a request once, for somebody at the terminal.
   *
   * @throws Failure when there is no answer
   */
  public Answer ask(HttpRequest request) {
    try {
      return send(request);
    } catch (IOException e) {
      throw new Failure(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("The call was interrupted");
    }
  }

  private static JsonNode read(byte[] body) {
    try {
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException notJson) {
      return JSON.createObjectNode().put("detail", new String(body, StandardCharsets.UTF_8));
    }
  }
}
