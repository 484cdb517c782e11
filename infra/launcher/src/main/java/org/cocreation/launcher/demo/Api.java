package org.cocreation.launcher.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.cocreation.launcher.access.Answer;
import org.cocreation.launcher.access.JsonCalls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Speaks to the platform as any client on a bad network should: a write carries an Idempotency-Key,
 * and whatever a restart interrupts is sent again for up to two minutes.
 */
final class Api {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final JsonCalls calls;

  Api(URI base) {
    this.calls = new JsonCalls(base);
  }

  JsonNode get(Caller caller, String path) {
    return expect(path, getAnyway(caller, path));
  }

  /** The answer whatever its status. */
  Answer getAnyway(Caller caller, String path) {
    return exchange(caller, path, calls.request(path).GET(), Set.of());
  }

  JsonNode put(Caller caller, String path, Object body, @Nullable String ifMatch) {
    HttpRequest.Builder request = calls.jsonRequest(path).PUT(JsonCalls.body(body));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return expect(path, exchange(caller, path, request, Set.of()));
  }

  Answer putAnyway(Caller caller, String path, Object body) {
    return exchange(caller, path, calls.jsonRequest(path).PUT(JsonCalls.body(body)), Set.of());
  }

  JsonNode post(Caller caller, String path, Object body) {
    return expect(path, postAnyway(caller, path, body));
  }

  Answer postAnyway(Caller caller, String path, Object body) {
    return postAnyway(caller, path, body, Set.of());
  }

  /**
   * Posts something for which the service has no Idempotency-Key.
   *
   * @param alreadyDone problems that, on a repeat after an interruption, only mean that the first
   *     try had succeeded
   */
  Answer postAnyway(Caller caller, String path, Object body, Set<String> alreadyDone) {
    HttpRequest.Builder request =
        calls
            .jsonRequest(path)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(JsonCalls.body(body));
    return exchange(caller, path, request, alreadyDone);
  }

  /** Lets something go that may be gone already. */
  void delete(Caller caller, String path) {
    Answer answer = exchange(caller, path, calls.request(path).DELETE(), Set.of());
    if (answer.status() >= 300 && answer.status() != 404) {
      expect(path, answer);
    }
  }

  /** Uploads a file as a form does. */
  JsonNode upload(
      Caller caller, String path, String fileName, byte[] file, @Nullable String mapping) {
    return expect(path, uploadAnyway(caller, path, fileName, file, mapping));
  }

  /** The same, and the answer whatever its status. */
  Answer uploadAnyway(
      Caller caller, String path, String fileName, byte[] file, @Nullable String mapping) {
    String boundary = "part-" + UUID.randomUUID();
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    part(form, boundary, "name=\"file\"; filename=\"" + fileName + "\"", "text/csv", file);
    if (mapping != null) {
      part(
          form,
          boundary,
          "name=\"mapping\"",
          "application/json",
          mapping.getBytes(StandardCharsets.UTF_8));
    }
    form.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    HttpRequest.Builder request =
        calls
            .request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()));
    return exchange(caller, path, request, Set.of());
  }

  /** Opens a page as a browser does, and says where it leads: the status and the address. */
  String redirect(String path) {
    try {
      HttpResponse<byte[]> response =
          calls.bytes(calls.request(path).GET().setHeader("Accept", "text/html").build());
      return response.statusCode() + " " + response.headers().firstValue("Location").orElse("");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  byte[] bytes(Caller caller, String path) {
    HttpRequest request =
        authorised(calls.request(path).GET(), caller).setHeader("Accept", "*/*").build();
    try {
      HttpResponse<byte[]> response = calls.bytes(request);
      if (response.statusCode() != 200) {
        throw new DemonstrationFailed(path + " answered " + response.statusCode());
      }
      return response.body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private Answer exchange(
      Caller caller, String path, HttpRequest.Builder request, Set<String> alreadyDone) {
    long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
    Pause pause = new Pause();
    boolean repeated = false;
    while (true) {
      String trouble;
      try {
        Answer answer = calls.send(authorised(request.copy(), caller).build());
        if (repeated && wasDoneBefore(answer, alreadyDone)) {
          return new Answer(200, answer.body(), answer.etag());
        }
        if (!worthAnotherTry(answer)) {
          return answer;
        }
        trouble = "answered " + answer.status();
      } catch (IOException unreachable) {
        trouble = String.valueOf(unreachable);
      } catch (InterruptedException interrupted) {
        throw interrupted(interrupted);
      }
      if (System.nanoTime() > giveUpAt) {
        throw new DemonstrationFailed(
            path + " still " + trouble + " after " + PATIENCE.toSeconds() + " seconds");
      }
      repeated = true;
      pause.now();
    }
  }

  /** A repeat that finds the first try's effect: the answer to it was lost on the way. */
  private static boolean wasDoneBefore(Answer answer, Set<String> alreadyDone) {
    return answer.status() == 412
        || (answer.status() == 409 && alreadyDone.contains(answer.problem()));
  }

  private static boolean worthAnotherTry(Answer answer) {
    return switch (answer.status()) {
      case 429, 500, 502, 503, 504 -> true;
      case 409 -> answer.problem().contains("in-progress");
      default -> false;
    };
  }

  private static JsonNode expect(String path, Answer answer) {
    if (answer.status() >= 300) {
      throw new DemonstrationFailed(path + " answered " + answer.status() + ": " + answer.body());
    }
    return answer.body();
  }

  private static HttpRequest.Builder authorised(HttpRequest.Builder request, Caller caller) {
    String header = caller.authorization();
    return header == null ? request : request.setHeader("Authorization", header);
  }

  private static void part(
      ByteArrayOutputStream form,
      String boundary,
      String disposition,
      String type,
      byte[] content) {
    form.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\nContent-Type: "
                + type
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  static DemonstrationFailed interrupted(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new DemonstrationFailed("interrupted", interrupted);
  }

  /**
   * On whose behalf something is asked; asked anew for each try, so that a token may be renewed.
   */
  @FunctionalInterface
  interface Caller {
    Caller PUBLIC = () -> null;

    @Nullable String authorization();

    static Caller holding(String link) {
      return () -> "PersonalLink " + link;
    }
  }
}
