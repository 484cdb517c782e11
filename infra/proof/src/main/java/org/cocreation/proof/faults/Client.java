package org.cocreation.proof.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.access.SignIn;
import org.cocreation.proof.platform.Waiting;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client on the platform's public interface as any should be: a write has an Idempotency-Key, and
 * what gets no answer, or a 503, is asked again until it is acknowledged or the time is over.
 */
final class Client {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI base;
  private final SignIn signIn;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<Integer, AtomicLong> refusals = new ConcurrentHashMap<>();
  private final AtomicLong slowestRefusal = new AtomicLong();
  private volatile long countedFrom = System.nanoTime();
  private final AtomicLong unreachable = new AtomicLong();

  Client(URI base, SignIn signIn) {
    this.base = base;
    this.signIn = signIn;
  }

  /**
   * An answer.
   *
   * @param status 0 when none came in time
   */
  record Answer(int status, String text) {

    boolean done() {
      return status / 100 == 2;
    }

    JsonNode body() {
      try {
        return JSON.readTree(text.isEmpty() ? "{}" : text);
      } catch (JacksonException e) {
        return JSON.createObjectNode();
      }
    }
  }

  /** A file as a form sends it, in place of a body that is JSON. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Upload(String fileName, byte[] content) {

    static final String BOUNDARY = "a-part-of-the-form-of-the-fault-proof";

    HttpRequest.BodyPublisher publisher() {
      String head =
          "--"
              + BOUNDARY
              + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
              + fileName
              + "\"\r\nContent-Type: text/csv\r\n\r\n";
      return HttpRequest.BodyPublishers.concat(
          HttpRequest.BodyPublishers.ofString(head),
          HttpRequest.BodyPublishers.ofByteArray(content),
          HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    }
  }

  private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
    if (body == null) {
      return HttpRequest.BodyPublishers.noBody();
    }
    return body instanceof Upload upload
        ? upload.publisher()
        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
  }

  /** Who asks. */
  record Caller(String account, String link) {
    static final Caller PUBLIC = new Caller("", "");
    static final Caller COORDINATOR = new Caller("coordinator", "");
    static final Caller ADMINISTRATOR = new Caller("administrator", "");
  }

  /**
   * Asks until it is answered for good.
   *
   * @param key the Idempotency-Key; empty for none
   * @param again statuses that mean here: not yet, ask again
   */
  Answer ask(
      Caller caller,
      String method,
      String path,
      @Nullable Object body,
      String key,
      Set<Integer> again,
      double seconds) {
    long until = System.nanoTime() + (long) (seconds * 1e9);
    Answer last = new Answer(0, "");
    long pause = 50;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        last = once(caller, method, path, body, key);
        if (last.status() == 401 && tokens.remove(caller.account()) != null) {
          // It was good for half an hour.
          continue;
        }
        if (!worthAnotherTry(last) && !again.contains(last.status())) {
          return last;
        }
      } catch (IOException | Failure away) {
        unreachable.incrementAndGet();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return last;
      }
      if (System.nanoTime() > until) {
        return last.done() ? last : new Answer(0, last.status() + " " + last.text());
      }
      Waiting.millis(pause);
      pause = Math.min(500, pause * 2);
    }
    return last;
  }

  private static boolean worthAnotherTry(Answer answer) {
    return switch (answer.status()) {
      case 429, 500, 502, 503, 504 -> true;
      case 409 -> answer.text().contains("in-progress") || answer.text().contains("concurrent");
      default -> false;
    };
  }

  /** Asks once. */
  Answer once(Caller caller, String method, String path, @Nullable Object body, String key)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(15))
            .header("Accept", "application/json, */*;q=0.5")
            .method(method, publisher(body));
    if (body instanceof Upload) {
      request.header("Content-Type", "multipart/form-data; boundary=" + Upload.BOUNDARY);
    } else if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    if (!caller.link().isEmpty()) {
      request.header("Authorization", "PersonalLink " + caller.link());
    } else if (!caller.account().isEmpty()) {
      request.header("Authorization", "Bearer " + token(caller.account()));
    }
    long start = System.nanoTime();
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() >= 500) {
      refusals.computeIfAbsent(response.statusCode(), status -> new AtomicLong()).incrementAndGet();
      long since = start - countedFrom > 0 ? start : countedFrom;
      slowestRefusal.accumulateAndGet((System.nanoTime() - since) / 1_000_000, Math::max);
    }
    return new Answer(response.statusCode(), response.body());
  }

  /** A token that the account has signed in for. */
  String token(String account) {
    return tokens.computeIfAbsent(account, name -> signIn.accessToken(name, name));
  }

  /** From here on counts anew; who has asked before is taken to ask now. */
  void forgetRefusals() {
    countedFrom = System.nanoTime();
    refusals.clear();
    slowestRefusal.set(0);
    unreachable.set(0);
  }

  /** How often it answered with which 5xx. */
  Map<Integer, Long> refusals() {
    Map<Integer, Long> counts = new java.util.TreeMap<>();
    refusals.forEach((status, count) -> counts.put(status, count.get()));
    return counts;
  }

  /** The slowest answer that was a 5xx, in milliseconds; 0 when there was none. */
  long slowestRefusalMillis() {
    return slowestRefusal.get();
  }
}
