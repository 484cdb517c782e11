package org.cocreation.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cocreation.defaults.HttpCalls.Reply;
import org.cocreation.testing.backing.LostAnswers;
import org.cocreation.testing.tokens.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@OverHttp
class IdempotencyTest {

  private static final String BODY = "{\"name\":\"a\",\"count\":1}";
  private final HttpCalls service;
  private final MongoTemplate store;
  private final String key = UUID.randomUUID().toString();

  IdempotencyTest(@Autowired @LocalServerPort int port, @Autowired MongoTemplate store) {
    service = new HttpCalls(port);
    this.store = store;
  }

  @Test
  void givesTheSameAnswerAgainWithoutASecondEffect() {
    int before = effects();
    Reply first = effect(BODY);
    Reply second = effect(BODY);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Location")).isNotEmpty().isEqualTo(first.header("Location"));
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(effects()).isEqualTo(before + 1);
  }

  @Test
  void makesOneEffectOfAHundredAtOnce() throws Exception {
    int before = effects();
    CountDownLatch together = new CountDownLatch(1);
    ExecutorService clients = Executors.newFixedThreadPool(100);
    List<Future<Reply>> replies = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      replies.add(
          clients.submit(
              () -> {
                together.await();
                return effect(BODY);
              }));
    }
    together.countDown();
    Set<String> answers = new HashSet<>();
    for (Future<Reply> reply : replies) {
      assertThat(reply.get().status()).isEqualTo(201);
      answers.add(reply.get().text());
    }
    clients.shutdown();
    assertThat(answers).hasSize(1);
    assertThat(effects()).isEqualTo(before + 1);
  }

  @Test
  void refusesTheKeyForAnotherRequest() {
    effect(BODY);
    int before = effects();
    Reply other = effect(BODY.replace("\"a\"", "\"b\""));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.slug()).isEqualTo("key-used-otherwise");
    assertThat(other.error().path("field").asString()).isEqualTo("Idempotency-Key");
    assertThat(effects()).isEqualTo(before);
  }

  @Test
  void keepsTheKeysOfPeopleApart() {
    int before = effects();
    effect(BODY, "Authorization", "Bearer " + TestTokens.coordinator());
    effect(BODY, "Authorization", "Bearer " + TestTokens.committee());
    effect(BODY);
    assertThat(effects()).isEqualTo(before + 3);
  }

  @Test
  void repeatsARefusalToo() {
    int before = effects();
    Reply first = effect("{\"name\":\"refused\",\"count\":1}");
    Reply second = effect("{\"name\":\"refused\",\"count\":1}");
    assertThat(first.status()).isEqualTo(422);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(effects()).isEqualTo(before + 1);
  }

  @Test
  void carriesOutAgainWhatFailed() {
    int before = effects();
    assertThat(effect("{\"name\":\"fail\",\"count\":1}").status()).isEqualTo(500);
    assertThat(effect("{\"name\":\"fail\",\"count\":1}").status()).isEqualTo(500);
    assertThat(effects()).isEqualTo(before + 2);
  }

  @Test
  void tellsAHandlerThatItWasAskedBefore() {
    Reply first = service.post("/api/sample/asked", "{}", "Idempotency-Key", key);
    LostAnswers.of(store.getDb());
    Reply again = service.post("/api/sample/asked", "{}", "Idempotency-Key", key);
    assertThat(first.json().path("again").asBoolean()).isFalse();
    assertThat(again.json().path("again").asBoolean()).isTrue();
    assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
    assertThat(again.json().path("drawn")).isEqualTo(first.json().path("drawn"));
    assertThat(service.post("/api/sample/unasked", "{}").text()).isEqualTo("true");
  }

  @Test
  void takesRequestsWithoutAKeyOneByOne() {
    int before = effects();
    service.post("/api/sample/effects", BODY);
    service.post("/api/sample/effects", BODY);
    assertThat(effects()).isEqualTo(before + 2);
  }

  @Test
  void refusesAKeyThatIsNone() {
    Reply reply = upload("abc", "Idempotency-Key", "x".repeat(201));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error().path("field").asString()).isEqualTo("Idempotency-Key");
  }

  @Test
  void tellsUploadsApartByTheirContentAndNotByTheirBoundary() {
    Reply first = upload("abc", "Idempotency-Key", key);
    Reply again = upload("abc", "Idempotency-Key", key);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().path("size").asInt()).isEqualTo(3);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(upload("abd", "Idempotency-Key", key).status()).isEqualTo(422);
  }

  private Reply effect(String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Idempotency-Key";
    all[1] = key;
    return service.post("/api/sample/effects", body, all);
  }

  private Reply upload(String content, String... headers) {
    String boundary = UUID.randomUUID().toString();
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(boundary, content, boundary);
    return service.send(
        service
            .request("/api/sample/uploads", headers)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body)));
  }

  private int effects() {
    return Integer.parseInt(service.get("/api/sample/effects").text());
  }
}
