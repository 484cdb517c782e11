package org.cocreation.proof.speed;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cocreation.launcher.Failure;
import org.cocreation.launcher.access.Answer;
import org.cocreation.launcher.access.JsonCalls;
import org.cocreation.launcher.access.SignIn;
import org.cocreation.proof.platform.Proving;
import org.cocreation.proof.platform.Waiting;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A coordinator who asks services directly, each at its own port, as the portal does. */
public final class Staff {

  private static final String ACCOUNT = "coordinator";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long TOKEN_SECONDS = 600;
  private static final int UNAVAILABLE = 503;
  private static final int MOST_REPETITIONS = 10;

  private final Proving platform;
  private final Map<String, JsonCalls> calls = new ConcurrentHashMap<>();
  private @Nullable String token;
  private long tokenAt;

  Staff(Proving platform) {
    this.platform = platform;
  }

  /** What is at a path of a service. */
  public JsonNode get(String service, String path) {
    return done(service, path, calls(service).request(path).GET());
  }

  /** Puts JSON. */
  public JsonNode put(String service, String path, Object body) {
    return done(service, path, calls(service).jsonRequest(path).PUT(JsonCalls.body(body)));
  }

  /** Posts JSON. */
  public JsonNode post(String service, String path, Object body) {
    return done(service, path, calls(service).jsonRequest(path).POST(JsonCalls.body(body)));
  }

  /** Sends a file as a form does. */
  public JsonNode upload(String service, String path, String fileName, byte[] file) {
    String boundary = "part-" + UUID.randomUUID();
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(file);
    form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    HttpRequest.Builder request =
        calls(service)
            .request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()));
    return done(service, path, request);
  }

  /** Signs in anew with the next question: what was begun anew knows no token of before. */
  public synchronized void signOut() {
    token = null;
  }

  /** What goes into the Authorization header. */
  public synchronized String authorization() {
    long now = System.nanoTime();
    if (token == null || now - tokenAt > TOKEN_SECONDS * 1_000_000_000) {
      token = new SignIn(URI.create(platform.address("identity"))).accessToken(ACCOUNT, ACCOUNT);
      tokenAt = now;
    }
    return "Bearer " + token;
  }

  private HttpRequest mine(HttpRequest.Builder request) {
    return request.timeout(PATIENCE).header("Authorization", authorization()).build();
  }

  private JsonCalls calls(String service) {
    return calls.computeIfAbsent(
        service, name -> new JsonCalls(URI.create(platform.address(name))));
  }

  /** Asks; and again, as a person would who is told to try again in a few seconds. */
  private JsonNode done(String service, String path, HttpRequest.Builder request) {
    HttpRequest mine = mine(request);
    Answer answer = calls(service).ask(mine);
    for (int again = 0; again < MOST_REPETITIONS && answer.status() == UNAVAILABLE; again++) {
      Waiting.seconds(2);
      answer = calls(service).ask(mine);
    }
    if (!answer.ok()) {
      throw new Failure(path + " was answered " + answer.status() + ": " + answer.explained());
    }
    return answer.body();
  }
}
