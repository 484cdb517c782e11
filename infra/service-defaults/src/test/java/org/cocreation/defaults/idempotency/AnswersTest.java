package org.cocreation.defaults.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.cocreation.defaults.KeyedRequest;
import org.cocreation.testing.backing.BackingServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final String DATABASE = BackingServices.freshDatabase();
  private static final MongoClient CLIENT = MongoClients.create(BackingServices.storeUri(DATABASE));
  private static final Answer ANSWER =
      new Answer(
          201,
          Map.of("Content-Type", "application/json", "Location", "/here"),
          "{}".getBytes(StandardCharsets.UTF_8));

  private final MongoCollection<Document> collection =
      CLIENT.getDatabase(DATABASE).getCollection("answers-" + UUID.randomUUID());
  private final MovedClock clock = new MovedClock();
  private final Answers answers =
      new Answers(
          () -> collection,
          clock,
          new IdempotencySettings(
              Duration.ofHours(24), Duration.ofSeconds(5), Duration.ofSeconds(60)));

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @Test
  void grantsARequestOnce() {
    assertThat(answers.claim("a", "1")).isInstanceOf(Claim.Granted.class);
    assertThat(answers.claim("a", "1")).isInstanceOf(Claim.InProgress.class);
    assertThat(answers.claim("b", "1")).isInstanceOf(Claim.Granted.class);
  }

  @Test
  void givesTheAnswerOnceItIsKept() {
    answers.keep("a", ticket(answers.claim("a", "1")), ANSWER);
    assertThat(answers.claim("a", "1"))
        .isInstanceOfSatisfying(
            Claim.Answered.class,
            answered -> {
              assertThat(answered.answer().status()).isEqualTo(201);
              assertThat(answered.answer().headers()).isEqualTo(ANSWER.headers());
              assertThat(answered.answer().body()).isEqualTo(ANSWER.body());
            });
  }

  @Test
  void knowsAnotherRequestUnderTheSameKey() {
    answers.claim("a", "1");
    assertThat(answers.claim("a", "2")).isInstanceOf(Claim.OtherRequest.class);
  }

  @Test
  void grantsAgainWhatWasGivenBack() {
    answers.release("a", ticket(answers.claim("a", "1")));
    assertThat(answers.claim("a", "1")).isInstanceOf(Claim.Granted.class);
  }

  @Test
  void knowsAsTheSameRequestWhatWasGivenBackOrAbandoned() {
    KeyedRequest first = request(answers.claim("a", "1"));
    assertThat(first.again()).isFalse();
    clock.forward(Duration.ofSeconds(61));
    Claim taken = answers.claim("a", "1");
    answers.release("a", ticket(taken));
    KeyedRequest third = request(answers.claim("a", "1"));
    for (KeyedRequest again : List.of(request(taken), third)) {
      assertThat(again.again()).isTrue();
      assertThat(again.id()).isEqualTo(first.id());
      assertThat(again.firstAskedAt()).isEqualTo(first.firstAskedAt());
    }
    byte[] drawn = first.drawn();
    assertThat(third.drawn()).isEqualTo(drawn);
    assertThat(third.drawn()).isEqualTo(first.drawn()).isNotEqualTo(drawn);
  }

  @Test
  void takesAnotherRequestUnderAKeyThatWasGivenBackForANewOne() {
    Claim first = answers.claim("a", "1");
    answers.release("a", ticket(first));
    KeyedRequest other = request(answers.claim("a", "2"));
    assertThat(other.again()).isFalse();
    assertThat(other.id()).isNotEqualTo(request(first).id());
    assertThat(answers.claim("a", "1")).isInstanceOf(Claim.OtherRequest.class);
  }

  @Test
  void grantsAgainAfterTheLeaseOfAProcessThatDied() {
    String lost = ticket(answers.claim("a", "1"));
    clock.forward(Duration.ofSeconds(59));
    assertThat(answers.claim("a", "1")).isInstanceOf(Claim.InProgress.class);
    clock.forward(Duration.ofSeconds(2));
    String taken = ticket(answers.claim("a", "1"));
    answers.keep("a", lost, ANSWER);
    assertThat(answers.claim("a", "1"))
        .as("a lost claim keeps nothing")
        .isInstanceOf(Claim.InProgress.class);
    answers.keep("a", taken, ANSWER);
    assertThat(answers.claim("a", "1")).isInstanceOf(Claim.Answered.class);
  }

  @Test
  void forgetsAfterADay() {
    answers.keep("a", ticket(answers.claim("a", "1")), ANSWER);
    clock.forward(Duration.ofHours(25));
    assertThat(answers.claim("a", "2")).isInstanceOf(Claim.Granted.class);
  }

  @Test
  void sweepsOutWhatHasExpired() {
    for (int i = 0; i < 20; i++) {
      answers.keep("old-" + i, ticket(answers.claim("old-" + i, "1")), ANSWER);
    }
    clock.forward(Duration.ofHours(25));
    answers.claim("new", "1");
    assertThat(collection.countDocuments()).isEqualTo(1);
  }

  private static String ticket(Claim claim) {
    assertThat(claim).isInstanceOf(Claim.Granted.class);
    return ((Claim.Granted) claim).ticket();
  }

  private static KeyedRequest request(Claim claim) {
    assertThat(claim).isInstanceOf(Claim.Granted.class);
    return ((Claim.Granted) claim).request();
  }

  private static final class MovedClock extends Clock {

    private Instant now = Instant.parse("2020-02-13T16:30:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
