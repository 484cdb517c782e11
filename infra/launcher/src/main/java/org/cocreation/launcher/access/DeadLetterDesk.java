package org.cocreation.launcher.access;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cocreation.launcher.Failure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One service's dead letters, by its administrators' endpoint, in words for a person. */
public final class DeadLetterDesk {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String service;
  private final String token;
  private final JsonCalls calls;
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The letters of a service, seen with an administrator's token. */
  public DeadLetterDesk(String service, URI base, String token) {
    this.service = service;
    this.calls = new JsonCalls(base);
    this.token = token;
  }

  /** One line for each letter, newest first. */
  public String list() {
    return lines(call("GET", ""), "no dead letters");
  }

  /** All that is known of one letter, as JSON. */
  public String show(String id) {
    return json.writeValueAsString(call("GET", "/" + encoded(id)));
  }

  /** Replays one letter, or with {@code all} every one that was not replayed yet. */
  public String replay(String id) {
    return lines(call("POST", "/" + encoded(id)), "nothing was left to replay");
  }

  private String lines(JsonNode answer, String none) {
    JsonNode items = answer.path("items");
    if (items.isEmpty()) {
      return service + ": " + none;
    }
    StringBuilder text = new StringBuilder(service + ": " + items.size());
    for (JsonNode item : items) {
      text.append("\n ");
      item.propertyStream()
          .filter(field -> field.getValue().isValueNode() && !field.getValue().isNull())
          .forEach(
              field ->
                  text.append(' ')
                      .append(field.getKey())
                      .append('=')
                      .append(field.getValue().asString()));
    }
    return text.toString();
  }

  private JsonNode call(String method, String path) {
    Answer answer =
        calls.ask(
            calls
                .jsonRequest("/actuator/deadletters" + path)
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .method(
                    method,
                    method.equals("GET")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    if (answer.status() == 404) {
      throw new Failure(service + " has no such dead letter");
    }
    if (!answer.ok()) {
      throw new Failure(service + " answered " + answer.status() + ": " + answer.explained());
    }
    return answer.body();
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
