package org.cocreation.defaults.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

class StoreProblemsTest {

  @Test
  void aFullDiskIsAStoreThatIsAway() {
    Problem problem = Objects.requireNonNull(StoreProblems.of(refusal(14031)));
    assertThat(problem.slug()).isEqualTo("store-unavailable");
  }

  @Test
  void whatTheStoreRefusesForGoodAndWhatIsNotOfTheStoreIsNoneOfIts() {
    assertThat(StoreProblems.of(refusal(2))).isNull();
    assertThat(StoreProblems.of(new IOException("the client is gone"))).isNull();
  }

  private static Exception refusal(int code) {
    return new UncategorizedMongoDbException(
        "refused",
        new MongoCommandException(
            new BsonDocument("code", new BsonInt32(code)), new ServerAddress()));
  }
}
