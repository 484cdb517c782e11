package org.cocreation.launcher.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cocreation.launcher.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One service's dead letters, by its administrators' endpoint, in words for a person. */
public final class DeadLetterDesk {

  private final String service;
  private final URI base;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The letters of a service, seen with an administrator's token. */
  public DeadLetterDesk(String service, URI base, String token) {
    this.service = service;
    this.base = base;
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
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/actuator/deadletters" + path))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 404) {
        throw new Failure(service + " has no such dead letter");
      }
      if (answer.statusCode() != 200) {
        throw new Failure(service + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return json.readTree(answer.body());
    } catch (IOException | JacksonException e) {
      throw new Failure("The dead letters of " + service + " cannot be seen", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("The call was interrupted");
    }
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
