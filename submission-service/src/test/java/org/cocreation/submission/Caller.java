package org.cocreation.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the service over HTTP, with what identifies them. */
final class Caller {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String address;
  private final @Nullable String authorization;
  private final List<String> headers;

  private Caller(String address, @Nullable String authorization, List<String> headers) {
    this.address = address;
    this.authorization = authorization;
    this.headers = headers;
  }

  static Caller anybody(int port) {
    return new Caller("http://127.0.0.1:" + port, null, List.of());
  }

  Caller withToken(String token) {
    return new Caller(address, "Bearer " + token, headers);
  }

  Caller withLink(String link) {
    return new Caller(address, "PersonalLink " + link, headers);
  }

  Caller with(String header, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    more.add(value);
    return new Caller(address, authorization, more);
  }

  /** What came back. */
  record Answer(int status, HttpResponse<String> raw, JsonNode body) {

    Answer is(int expected) {
      assertThat(status)
          .as(raw.request().method() + " " + raw.uri() + ": " + raw.body())
          .isEqualTo(expected);
      return this;
    }

    Answer isProblem(int expected, String slug) {
      is(expected);
      assertThat(text("type")).isEqualTo("https://cocreation.example/problems/" + slug);
      assertThat(text("detail")).isNotBlank();
      return this;
    }

    JsonNode at(String path) {
      return body.at("/" + path.replace('.', '/'));
    }

    /** Whether there is nothing there; what is null is left out of answers. */
    boolean lacks(String path) {
      return at(path).isMissingNode() || at(path).isNull();
    }

    String text(String path) {
      return at(path).asString("");
    }

    List<String> texts(String list, String field) {
      List<String> texts = new ArrayList<>();
      at(list).forEach(item -> texts.add(item.path(field).asString("")));
      return texts;
    }
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  Answer post(String path, @Nullable Object body) {
    return call("POST", path, body);
  }

  Answer put(String path, Object body) {
    return call("PUT", path, body);
  }

  private Answer call(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(address + (path.startsWith("/v3") ? "" : "/api/submission") + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(
                        body instanceof String text ? text : JSON.writeValueAsString(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    try {
      HttpResponse<String> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer,
          answer.body().isBlank() ? JSON.valueToTree(Map.of()) : JSON.readTree(answer.body()));
    } catch (IOException | InterruptedException unanswered) {
      throw new IllegalStateException(unanswered);
    }
  }
}
