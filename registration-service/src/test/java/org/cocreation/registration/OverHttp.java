package org.cocreation.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cocreation.testing.backing.WithBackingServices;
import org.cocreation.testing.tokens.TestTokens;
import org.cocreation.testing.tokens.WithStaffTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service on a real store and a real broker, asked over HTTP. All its tests share one
 * context.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "cocreation.link-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      "cocreation.registration.limits.registrations=5000",
      "cocreation.registration.limits.links-per-email=3",
      "cocreation.registration.sweep-every=200ms",
      "logging.level.org.apache.kafka=error"
    })
@WithBackingServices
@WithStaffTokens
abstract class OverHttp {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static @Nullable String coordinator;

  @LocalServerPort private int port;

  @Autowired private Environment settings;

  /** What came back. */
  record Answer(int status, HttpResponse<byte[]> response) {
    String body() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return JSON.readTree(body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String slug() {
      String type = json().path("type").asString();
      return type.substring(type.lastIndexOf('/') + 1);
    }
  }

  /** Who asks. */
  static String coordinator() {
    if (coordinator == null) {
      coordinator = "Bearer " + TestTokens.coordinator();
    }
    return coordinator;
  }

  static String administrator() {
    return "Bearer " + TestTokens.administrator();
  }

  static String link(String token) {
    return "PersonalLink " + token;
  }

  Environment settings() {
    return settings;
  }

  Answer get(String path, @Nullable String who) {
    return send(request(path, who).GET());
  }

  Answer put(String path, @Nullable String who, String json, String... headers) {
    return send(
        withBody(request(path, who), json, headers).PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  Answer post(String path, @Nullable String who, String json, String... headers) {
    return send(
        withBody(request(path, who), json, headers)
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  Answer delete(String path, @Nullable String who) {
    return send(request(path, who).DELETE());
  }

  Answer getAs(String path, String who, String accept) {
    return send(request(path, who).header("Accept", accept).GET());
  }

  private HttpRequest.Builder request(String path, @Nullable String who) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return who == null ? request : request.header("Authorization", who);
  }

  private static HttpRequest.Builder withBody(
      HttpRequest.Builder request, String json, String... headers) {
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * A programme of its own for a test: one session with so many seats, and one that is online only.
   */
  void programme(String id, int seats) {
    Answer answer = put("/api/registration/programmes/" + id, coordinator(), document(seats));
    if (answer.status() != 201 && answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
  }

  static String document(int seats) {
    return """
        {"title": {"en": "Open Government"}, "timeZone": "America/Belize", "districts": ["Belize", "Toledo"],
         "sessions": [
          {"sessionId": "webinar-1", "title": {"en": "First, with a comma"}, "startsAt": "2020-02-13T16:30:00Z", "durationMinutes": 90,
           "venue": {"name": "BTEC", "place": "Belize City", "seats": %d}, "room": {"url": "https://rooms.example/1"}},
          {"sessionId": "webinar-2", "title": {"en": "Second"}, "startsAt": "2020-02-20T16:30:00Z", "durationMinutes": 90,
           "room": {"url": "https://rooms.example/2"}}]}
        """
        .formatted(seats);
  }

  static String person(String name, String email, Map<String, String> choices) {
    return """
        {"name": "%s", "email": "%s", "sector": "civil-society", "district": "Toledo", "language": "es", "choices": %s}
        """
        .formatted(name, email, JSON.writeValueAsString(choices));
  }

  Answer register(String programme, String email, Map<String, String> choices) {
    return post(
        "/api/registration/programmes/" + programme + "/registrations",
        null,
        person("Ana Cal", email, choices));
  }
}
