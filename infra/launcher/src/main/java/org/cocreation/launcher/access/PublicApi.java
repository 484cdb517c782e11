package org.cocreation.launcher.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.cocreation.launcher.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's public interface, as any program outside it calls it. */
public final class PublicApi {

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final JsonMapper json = JsonMapper.builder().build();

  /** Calls the platform at this address. */
  public PublicApi(URI base) {
    this.base = base;
  }

  /** Whether any programme is set up. */
  public boolean hasProgrammes() {
    HttpResponse<String> answer =
        send(request("/api/registration/programmes?limit=1").GET().build());
    try {
      return answer.statusCode() == 200 && !json.readTree(answer.body()).path("items").isEmpty();
    } catch (JacksonException e) {
      throw new Failure("The list of programmes cannot be read", e);
    }
  }

  /**
   * Sets a programme up, or changes it.
   *
   * @throws Failure when it is refused, with the field at fault where one is named
   */
  public void put(ProgrammeFile programme, String token) {
    HttpRequest request =
        request("/api/registration/programmes/" + programme.id())
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(programme.json()))
            .build();
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() / 100 != 2) {
      throw new Failure("The programme " + programme.id() + " was refused: " + explained(answer));
    }
  }

  private String explained(HttpResponse<String> answer) {
    try {
      JsonNode problem = json.readTree(answer.body());
      StringBuilder text =
          new StringBuilder(problem.path("detail").asString("status " + answer.statusCode()));
      for (JsonNode error : problem.path("errors")) {
        text.append("\n  ").append(error.path("field").asString(""));
        text.append(": ").append(error.path("detail").asString(""));
        text.append(" (expected ").append(error.path("expected").asString("")).append(')');
      }
      return text.toString();
    } catch (JacksonException e) {
      return "status " + answer.statusCode();
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Accept", "application/json")
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Failure(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("The call was interrupted");
    }
  }
}
